package io.triglot.runtime.adoption;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The URI that a call would have on REST. The base is {@code http://localhost/}: where else the
 * resource may be reached is not the caller's to say.
 */
record CallUri(RequestTarget target) implements UriInfo {
  private static final URI BASE = URI.create("http://localhost/");

  @Override
  public String getPath() {
    return getPath(true);
  }

  @Override
  public String getPath(boolean decode) {
    return decoded(target.encodedPath(), decode);
  }

  @Override
  public List<PathSegment> getPathSegments() {
    return getPathSegments(true);
  }

  @Override
  public List<PathSegment> getPathSegments(boolean decode) {
    return Stream.of(target.encodedPath().split("/", -1))
        .<PathSegment>map(segment -> new Segment(decoded(segment, decode)))
        .toList();
  }

  @Override
  public URI getRequestUri() {
    return BASE.resolve(target.encodedPath() + target.encodedQuery());
  }

  @Override
  public UriBuilder getRequestUriBuilder() {
    return UriBuilder.fromUri(getRequestUri());
  }

  @Override
  public URI getAbsolutePath() {
    return BASE.resolve(target.encodedPath());
  }

  @Override
  public UriBuilder getAbsolutePathBuilder() {
    return UriBuilder.fromUri(getAbsolutePath());
  }

  @Override
  public URI getBaseUri() {
    return BASE;
  }

  @Override
  public UriBuilder getBaseUriBuilder() {
    return UriBuilder.fromUri(BASE);
  }

  @Override
  public MultivaluedMap<String, String> getPathParameters() {
    return multivalued(target.variables());
  }

  @Override
  public MultivaluedMap<String, String> getPathParameters(boolean decode) {
    return getPathParameters();
  }

  @Override
  public MultivaluedMap<String, String> getQueryParameters() {
    return multivalued(target.query());
  }

  @Override
  public MultivaluedMap<String, String> getQueryParameters(boolean decode) {
    return getQueryParameters();
  }

  @Override
  public List<String> getMatchedURIs() {
    return List.of(getPath());
  }

  @Override
  public List<String> getMatchedURIs(boolean decode) {
    return List.of(getPath(decode));
  }

  @Override
  public List<Object> getMatchedResources() {
    return List.of();
  }

  @Override
  public URI resolve(URI uri) {
    return BASE.resolve(uri);
  }

  @Override
  public URI relativize(URI uri) {
    return getRequestUri().relativize(BASE.resolve(uri));
  }

  private static MultivaluedMap<String, String> multivalued(Map<String, List<String>> values) {
    MultivaluedMap<String, String> map = new MultivaluedHashMap<>();
    map.putAll(values);
    return map;
  }

  private static String decoded(String text, boolean decode) {
    return decode ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text;
  }

  private record Segment(String getPath) implements PathSegment {
    @Override
    public MultivaluedMap<String, String> getMatrixParameters() {
      return new MultivaluedHashMap<>();
    }
  }
}
