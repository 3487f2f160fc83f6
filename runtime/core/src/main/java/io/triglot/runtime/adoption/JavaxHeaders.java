package io.triglot.runtime.adoption;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.ws.rs.core.Cookie;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import org.jspecify.annotations.Nullable;

/** Headers under the older name. */
record JavaxHeaders(jakarta.ws.rs.core.HttpHeaders headers) implements HttpHeaders {
  @Override
  public List<String> getRequestHeader(String name) {
    return headers.getRequestHeader(name);
  }

  @Override
  public @Nullable String getHeaderString(String name) {
    return headers.getHeaderString(name);
  }

  @Override
  public MultivaluedMap<String, String> getRequestHeaders() {
    return JavaxValues.map(headers.getRequestHeaders());
  }

  @Override
  public List<MediaType> getAcceptableMediaTypes() {
    return headers.getAcceptableMediaTypes().stream().map(JavaxHeaders::mediaType).toList();
  }

  @Override
  public List<Locale> getAcceptableLanguages() {
    return headers.getAcceptableLanguages();
  }

  @Override
  public @Nullable MediaType getMediaType() {
    jakarta.ws.rs.core.MediaType type = headers.getMediaType();
    return type == null ? null : mediaType(type);
  }

  @Override
  public @Nullable Locale getLanguage() {
    return headers.getLanguage();
  }

  @Override
  public Map<String, Cookie> getCookies() {
    Map<String, Cookie> cookies = new LinkedHashMap<>();
    headers
        .getCookies()
        .forEach((name, cookie) -> cookies.put(name, new Cookie(name, cookie.getValue())));
    return cookies;
  }

  @Override
  public @Nullable Date getDate() {
    return headers.getDate();
  }

  @Override
  public int getLength() {
    return headers.getLength();
  }

  private static MediaType mediaType(jakarta.ws.rs.core.MediaType type) {
    return new MediaType(type.getType(), type.getSubtype(), type.getParameters());
  }
}
