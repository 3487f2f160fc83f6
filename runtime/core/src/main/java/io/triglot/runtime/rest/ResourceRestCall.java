package io.triglot.runtime.rest;

import com.fasterxml.jackson.core.type.TypeReference;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.adoption.ParameterText;
import io.triglot.runtime.adoption.RequestHeaders;
import io.triglot.runtime.adoption.RequestTarget;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call of an adopted resource by the REST that it has itself, as a generated client makes it.
 * Belongs to one call; not thread-safe.
 *
 * <p>An answer that is no success, and one that cannot be read, is a {@link RestCallException}.
 */
public final class ResourceRestCall {
  private final RestChannel channel;
  private final OperationDescriptor operation;
  private final List<String> matrix = new ArrayList<>();
  private final List<String> form = new ArrayList<>();
  private RequestTarget target;
  private RequestHeaders headers = RequestHeaders.NONE;
  private String accept = "*/*";
  private String contentType = "";
  private byte @Nullable [] content;

  private ResourceRestCall(
      RestChannel channel, RequestTarget target, OperationDescriptor operation) {
    this.channel = channel;
    this.target = target;
    this.operation = operation;
  }

  /**
   * A call.
   *
   * @param verb the HTTP method
   * @param template the whole path template of the resource method, as JAX-RS has it
   */
  public static ResourceRestCall of(
      RestChannel channel, String verb, String template, OperationDescriptor operation) {
    return new ResourceRestCall(channel, new RequestTarget(verb, template), operation);
  }

  /**
   * Fills in a variable of the path.
   *
   * @throws IllegalArgumentException where the value cannot be a part of a path
   */
  public ResourceRestCall path(String name, Object value) {
    String text = ParameterText.of(value).findFirst().orElse("");
    if (text.isEmpty()
        || Stream.of(text.split("/", -1)).anyMatch(each -> each.matches("\\.{1,2}"))) {
      throw new IllegalArgumentException(name + ": \"" + text + "\" cannot be a part of a path");
    }
    target = target.path(name, text);
    return this;
  }

  /** Adds a parameter of the query for each value; none where there are none. */
  public ResourceRestCall query(String name, @Nullable Object value) {
    target = target.query(name, value);
    return this;
  }

  /** Adds a matrix parameter to the last segment of the path for each value. */
  public ResourceRestCall matrix(String name, @Nullable Object value) {
    ParameterText.of(value).forEach(text -> matrix.add(";" + pair(name, text)));
    return this;
  }

  /** Adds a field of a form for each value. A request has a form even if that is empty. */
  public ResourceRestCall form(String name, @Nullable Object value) {
    ParameterText.of(value).forEach(text -> form.add(pair(name, text)));
    content = String.join("&", form).getBytes(StandardCharsets.UTF_8);
    contentType = MediaTypes.FORM;
    return this;
  }

  /** Sets the header fields and cookies that the resource method has parameters for. */
  public ResourceRestCall headers(RequestHeaders fields) {
    headers = fields;
    return this;
  }

  /**
   * Sets the body, JSON unless it is text or bytes; none where the value is null.
   *
   * @param type what the resource method takes
   */
  public <T> ResourceRestCall body(String mediaType, @Nullable T value, Class<T> type) {
    return body(mediaType, value, (Type) type);
  }

  /** The same of a generic type. */
  public <T> ResourceRestCall body(String mediaType, @Nullable T value, TypeReference<T> type) {
    return body(mediaType, value, type.getType());
  }

  private ResourceRestCall body(String mediaType, @Nullable Object value, Type type) {
    if (value != null) {
      content = Entities.write(value, type, channel.entityFormat());
      contentType = mediaType;
    }
    return this;
  }

  /** Sets the media types that the answer may have. */
  public ResourceRestCall accept(String mediaTypes) {
    accept = mediaTypes;
    return this;
  }

  /**
   * Makes the call, and waits.
   *
   * @param type what the resource method gives
   */
  public <R> R value(Class<R> type) {
    return value((Type) type);
  }

  /** The same of a generic type. */
  public <R> R value(TypeReference<R> type) {
    return value(type.getType());
  }

  /** Makes the call. To cancel the stage, which is a future, gives the call up. */
  public <R> CompletableFuture<R> stage(Class<R> type) {
    return stage((Type) type);
  }

  /** The same of a generic type. */
  public <R> CompletableFuture<R> stage(TypeReference<R> type) {
    return stage(type.getType());
  }

  /** Makes the call of a method without a result, and waits. */
  public void run() {
    value(Void.class);
  }

  /** Makes the call of a method without a result. */
  public CompletableFuture<Void> runAsync() {
    return stage(Void.class);
  }

  /** What is read on the thread of the caller fails with its trace. */
  @SuppressWarnings({"unchecked", "NullAway"}) // what the caller says that it is
  private <R> R value(Type type) {
    RestAnswer response = AnswerReader.await(send());
    return (R) Entities.read(response, type, channel.entityFormat());
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // what the caller says that it is
  private <R> CompletableFuture<R> stage(Type type) {
    return AnswerReader.reading(
        send(), response -> (R) Entities.read(response, type, channel.entityFormat()));
  }

  private CompletableFuture<RestAnswer> send() {
    return RestCall.send(channel, request().caused());
  }

  private ClientRequest request() {
    String path = "/" + target.encodedPath() + String.join("", matrix) + target.encodedQuery();
    ClientRequest request = new ClientRequest(channel, target.verb(), path, operation);
    request.accept(accept);
    headers.fields().forEach(request::header);
    if (content != null) {
      request.content(content, contentType);
    }
    return request;
  }

  private static String pair(String name, String value) {
    return PercentEncoding.encodeSegment(name) + "=" + PercentEncoding.encodeSegment(value);
  }
}
