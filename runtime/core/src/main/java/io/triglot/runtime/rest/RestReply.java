package io.triglot.runtime.rest;

import io.triglot.runtime.CacheHint;
import io.triglot.runtime.Download;
import io.triglot.runtime.Failure;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.http.EntityTags;
import io.triglot.runtime.http.HttpResponse;
import io.triglot.runtime.rest.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The successful responses that generated code makes of results. */
public final class RestReply {
  private static final int NOT_MODIFIED = 304;

  private RestReply() {}

  /** 200 with the result. */
  public static <T> HttpResponse ok(T result, JsonWriter.Value<T> writer) {
    return json(200, result, writer);
  }

  /** 200 with the result; 204 where there is none. */
  public static <T> HttpResponse okOrNoContent(@Nullable T result, JsonWriter.Value<T> writer) {
    return result == null ? noContent() : json(200, result, writer);
  }

  /**
   * 200 with the result.
   *
   * @throws io.triglot.runtime.CallException with {@code NOT_FOUND} where there is none
   */
  public static <T> HttpResponse okOrNotFound(@Nullable T result, JsonWriter.Value<T> writer) {
    if (result == null) {
      throw Failure.of(StatusCode.NOT_FOUND, "Not found").asException();
    }
    return json(200, result, writer);
  }

  /**
   * 200 with a page of a list, and with links to those beside it.
   *
   * @param previous the place before which the page before is, if there is one
   * @param next the place after which the page behind is, if there is one
   */
  public static <T> HttpResponse page(
      RestRequest request,
      Optional<?> previous,
      Optional<?> next,
      T result,
      JsonWriter.Value<T> writer) {
    return json(200, result, writer)
        .header("Link", PageLinks.of(request.http().query(), previous, next));
  }

  /**
   * 201 with what was created, and with its location.
   *
   * @param collection the path of what contains it, such as {@code /orders}
   * @param id the last segment of its own path; null where it has none
   */
  public static <T> HttpResponse created(
      String collection, @Nullable Object id, T result, JsonWriter.Value<T> writer) {
    return located(json(201, result, writer), collection, id);
  }

  /** 202: the work is still to be done. */
  public static HttpResponse accepted() {
    return HttpResponse.of(202);
  }

  /** 202 with what is known of the work that is still to be done, if there is anything. */
  public static <T> HttpResponse accepted(@Nullable T result, JsonWriter.Value<T> writer) {
    return result == null ? accepted() : json(202, result, writer);
  }

  /**
   * 202 with what is known of the work that is still to be done, and where to look for it.
   *
   * @param collection the path of what contains it, such as {@code /jobs}
   * @param id the last segment of its own path; null where it has none
   */
  public static <T> HttpResponse accepted(
      String collection, @Nullable Object id, T result, JsonWriter.Value<T> writer) {
    return located(json(202, result, writer), collection, id);
  }

  private static HttpResponse located(
      HttpResponse response, String collection, @Nullable Object id) {
    return id == null
        ? response
        : response.header(
            "Location", collection + "/" + PercentEncoding.encodeSegment(id.toString()));
  }

  /** 200 with content of any media type. */
  public static HttpResponse download(Download content) {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    headers.add(Map.entry("Content-Type", content.mediaType()));
    headers.add(Map.entry("X-Content-Type-Options", "nosniff"));
    content
        .fileName()
        .ifPresent(
            name -> headers.add(Map.entry("Content-Disposition", Download.disposition(name))));
    return new HttpResponse(200, headers, new HttpResponse.Body.Written(content));
  }

  /** 204. */
  public static HttpResponse noContent() {
    return HttpResponse.of(204);
  }

  /** The same response, with the time for which caches may keep it. */
  public static HttpResponse cached(OperationDescriptor operation, HttpResponse response) {
    CacheHint hint = operation.cache();
    return hint == null || response.status() != 200 && response.status() != NOT_MODIFIED
        ? response
        : response.header("Cache-Control", hint.header());
  }

  /**
   * The same response with the version of the result; 304 where the client has said that it has
   * that one.
   *
   * @param version the result's version; null where it has none
   */
  public static HttpResponse versioned(
      RestRequest request, @Nullable Object version, HttpResponse response) {
    return version == null
        ? response
        : tagged(request, EntityTags.of(version.toString()), response);
  }

  /** The same response with a hash of its content; 304 where the client has said it has that. */
  public static HttpResponse hashed(RestRequest request, HttpResponse response) {
    return response.body() instanceof HttpResponse.Body.Whole whole
        ? tagged(request, EntityTags.ofContent(whole.bytes()), response)
        : response;
  }

  private static HttpResponse tagged(RestRequest request, String tag, HttpResponse response) {
    String method = request.http().method();
    String known = String.join(", ", request.http().headers("If-None-Match"));
    boolean unchanged =
        response.status() == 200
            && (method.equals("GET") || method.equals("HEAD"))
            && EntityTags.haveWeakly(known, tag);
    return (unchanged ? HttpResponse.of(NOT_MODIFIED) : response).header("ETag", tag);
  }

  private static <T> HttpResponse json(int status, T result, JsonWriter.Value<T> writer) {
    byte[] content = JsonWriter.write(result, (out, value) -> out.value(value, writer));
    return HttpResponse.of(status, MediaTypes.JSON, content);
  }
}
