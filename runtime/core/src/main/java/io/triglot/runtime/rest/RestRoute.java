package io.triglot.runtime.rest;

import io.triglot.runtime.CallException;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Where an operation is found on REST, and what answers there. Immutable and thread-safe.
 *
 * @param method the HTTP method, in upper case
 * @param template the path template, such as {@code /products/{id}}
 * @param operation the operation
 * @param produces the media types of a successful response, the preferred one first; empty where
 *     there is no content
 * @param consumes the media types that the body of a request may have; empty where none is read
 * @param deprecation since when, and until when, it is deprecated; null where it is not
 * @param handler what answers
 */
public record RestRoute(
    String method,
    String template,
    OperationDescriptor operation,
    List<String> produces,
    List<String> consumes,
    @Nullable RestDeprecation deprecation,
    Handler handler) {

  /** Takes copies. */
  public RestRoute {
    produces = List.copyOf(produces);
    consumes = List.copyOf(consumes);
  }

  /** Answers a request. Thread-safe. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Binds the request, calls the operation, and makes the response.
     *
     * @return the response; a stage that fails does so with {@link CallException}
     * @throws CallException when the call fails before there is a stage
     */
    CompletionStage<HttpResponse> handle(RestRequest request);
  }

  /** Answers a request before it returns. Thread-safe. */
  @FunctionalInterface
  public interface ValueHandler {
    /**
     * Binds the request, calls the operation, and makes the response.
     *
     * @throws CallException when the call fails
     */
    HttpResponse handle(RestRequest request);
  }

  /** A route whose operation returns its value, and which answers with JSON. */
  public static RestRoute value(
      String method, String template, OperationDescriptor operation, ValueHandler handler) {
    return stage(
        method,
        template,
        operation,
        request -> CompletableFuture.completedFuture(handler.handle(request)));
  }

  /** A route whose operation returns a stage, and which answers with JSON. */
  public static RestRoute stage(
      String method, String template, OperationDescriptor operation, Handler handler) {
    return new RestRoute(
        method, template, operation, List.of(MediaTypes.JSON), List.of(), null, handler);
  }

  /**
   * A route whose operation returns a publisher, and which answers with a stream of JSON values.
   */
  public static RestRoute stream(
      String method, String template, OperationDescriptor operation, Handler handler) {
    return new RestRoute(
        method,
        template,
        operation,
        List.of(MediaTypes.EVENT_STREAM, MediaTypes.NDJSON, MediaTypes.JSON),
        List.of(),
        null,
        handler);
  }

  /** The same route with a JSON body in its requests. */
  public RestRoute withBody() {
    return new RestRoute(
        method, template, operation, produces, List.of(MediaTypes.JSON), deprecation, handler);
  }

  /** The same route with a JSON merge patch (RFC 7396) in its requests. */
  public RestRoute withMergePatch() {
    return new RestRoute(
        method,
        template,
        operation,
        produces,
        List.of(MediaTypes.MERGE_PATCH, MediaTypes.JSON),
        deprecation,
        handler);
  }

  /** The same route with the fields of a form in its requests. */
  public RestRoute withForm() {
    return new RestRoute(
        method,
        template,
        operation,
        produces,
        List.of("application/x-www-form-urlencoded"),
        deprecation,
        handler);
  }

  /** The same route with content of whatever type in its requests, which is read as it comes. */
  public RestRoute withUpload() {
    return consuming(MediaTypes.ANY);
  }

  /** The same route with lines of JSON in its requests, which are read as they come. */
  public RestRoute withLines() {
    return consuming(MediaTypes.NDJSON);
  }

  /** The same route with the fields of a form in its requests, files among them. */
  public RestRoute withParts() {
    return consuming(MediaTypes.MULTIPART);
  }

  private RestRoute consuming(String type) {
    return new RestRoute(
        method, template, operation, produces, List.of(type), deprecation, handler);
  }

  /** Whether the body of a request is read as a whole. */
  boolean hasWholeBody() {
    return !consumes.isEmpty()
        && !consumes.contains(MediaTypes.ANY)
        && !consumes.contains(MediaTypes.NDJSON)
        && !consumes.contains(MediaTypes.MULTIPART);
  }

  /** The same route without content in its responses. */
  public RestRoute withoutContent() {
    return new RestRoute(method, template, operation, List.of(), consumes, deprecation, handler);
  }

  /** The same route, all of whose answers tell that it should no longer be called. */
  public RestRoute deprecated(RestDeprecation deprecation) {
    return new RestRoute(method, template, operation, produces, consumes, deprecation, handler);
  }

  /** An answer of this route, with what all of them tell. */
  HttpResponse told(HttpResponse response) {
    return deprecation == null ? response : deprecation.addTo(response);
  }
}
