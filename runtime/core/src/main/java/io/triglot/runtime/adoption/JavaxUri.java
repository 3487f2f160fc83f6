package io.triglot.runtime.adoption;

import java.net.URI;
import java.util.List;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.PathSegment;
import javax.ws.rs.core.UriBuilder;
import javax.ws.rs.core.UriInfo;

/** A URI under the older name. */
record JavaxUri(jakarta.ws.rs.core.UriInfo uri) implements UriInfo {
  @Override
  public String getPath() {
    return uri.getPath();
  }

  @Override
  public String getPath(boolean decode) {
    return uri.getPath(decode);
  }

  @Override
  public List<PathSegment> getPathSegments() {
    return getPathSegments(true);
  }

  @Override
  public List<PathSegment> getPathSegments(boolean decode) {
    return uri.getPathSegments(decode).stream().<PathSegment>map(Segment::of).toList();
  }

  @Override
  public URI getRequestUri() {
    return uri.getRequestUri();
  }

  @Override
  public UriBuilder getRequestUriBuilder() {
    return UriBuilder.fromUri(getRequestUri());
  }

  @Override
  public URI getAbsolutePath() {
    return uri.getAbsolutePath();
  }

  @Override
  public UriBuilder getAbsolutePathBuilder() {
    return UriBuilder.fromUri(getAbsolutePath());
  }

  @Override
  public URI getBaseUri() {
    return uri.getBaseUri();
  }

  @Override
  public UriBuilder getBaseUriBuilder() {
    return UriBuilder.fromUri(getBaseUri());
  }

  @Override
  public MultivaluedMap<String, String> getPathParameters() {
    return JavaxValues.map(uri.getPathParameters());
  }

  @Override
  public MultivaluedMap<String, String> getPathParameters(boolean decode) {
    return JavaxValues.map(uri.getPathParameters(decode));
  }

  @Override
  public MultivaluedMap<String, String> getQueryParameters() {
    return JavaxValues.map(uri.getQueryParameters());
  }

  @Override
  public MultivaluedMap<String, String> getQueryParameters(boolean decode) {
    return JavaxValues.map(uri.getQueryParameters(decode));
  }

  @Override
  public List<String> getMatchedURIs() {
    return uri.getMatchedURIs();
  }

  @Override
  public List<String> getMatchedURIs(boolean decode) {
    return uri.getMatchedURIs(decode);
  }

  @Override
  public List<Object> getMatchedResources() {
    return uri.getMatchedResources();
  }

  @Override
  public URI resolve(URI relative) {
    return uri.resolve(relative);
  }

  @Override
  public URI relativize(URI absolute) {
    return uri.relativize(absolute);
  }

  private record Segment(String getPath, MultivaluedMap<String, String> getMatrixParameters)
      implements PathSegment {
    static Segment of(jakarta.ws.rs.core.PathSegment segment) {
      return new Segment(segment.getPath(), JavaxValues.map(segment.getMatrixParameters()));
    }
  }
}
