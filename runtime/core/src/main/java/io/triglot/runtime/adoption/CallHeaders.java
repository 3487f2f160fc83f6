package io.triglot.runtime.adoption;

import io.triglot.runtime.CallContext;
import io.triglot.runtime.RequestCookies;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The metadata of a call as the headers of JAX-RS. Its body is no media type of REST. */
record CallHeaders(CallContext call) implements HttpHeaders {
  @Override
  public List<String> getRequestHeader(String name) {
    return call.header(name).map(List::of).orElse(List.of());
  }

  @Override
  public @Nullable String getHeaderString(String name) {
    return call.header(name).orElse(null);
  }

  @Override
  public MultivaluedMap<String, String> getRequestHeaders() {
    MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
    call.request().headerNames().forEach(name -> headers.put(name, getRequestHeader(name)));
    return headers;
  }

  @Override
  public List<MediaType> getAcceptableMediaTypes() {
    return List.of(MediaType.WILDCARD_TYPE);
  }

  @Override
  public List<Locale> getAcceptableLanguages() {
    return call.locales();
  }

  @Override
  public @Nullable MediaType getMediaType() {
    return null;
  }

  @Override
  public @Nullable Locale getLanguage() {
    return null;
  }

  @Override
  public Map<String, Cookie> getCookies() {
    Map<String, Cookie> cookies = new LinkedHashMap<>();
    RequestCookies.of(call.request())
        .forEach((name, value) -> cookies.put(name, new Cookie.Builder(name).value(value).build()));
    return Collections.unmodifiableMap(cookies);
  }

  @Override
  public @Nullable Date getDate() {
    return null;
  }

  @Override
  public int getLength() {
    return -1;
  }
}
