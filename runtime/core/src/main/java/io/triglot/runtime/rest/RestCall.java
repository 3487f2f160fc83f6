package io.triglot.runtime.rest;

import io.triglot.runtime.DeclaredExceptions;
import io.triglot.runtime.Download;
import io.triglot.runtime.ErrorDescriber;
import io.triglot.runtime.MappingSubscriber;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.Upload;
import io.triglot.runtime.http.EntityTags;
import io.triglot.runtime.rest.json.JsonReader;
import io.triglot.runtime.rest.json.JsonWriter;
import io.triglot.runtime.rest.json.TextForm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call that a generated client makes: what it sends, and how its answer is read. Belongs to one
 * call; not thread-safe.
 *
 * <p>An error that the operation declares is thrown as the exception that it declares, anything
 * else that goes wrong as a {@link RestCallException}.
 */
public final class RestCall {
  private final RestChannel channel;
  private final ClientRequest request;
  private AnswerReader answers = new AnswerReader(new DeclaredExceptions(List.of()), false);

  private RestCall(RestChannel channel, ClientRequest request) {
    this.channel = channel;
    this.request = request;
  }

  /**
   * A call.
   *
   * @param method the HTTP method
   * @param template the path template, whose variables are to be given by {@link #path}
   */
  public static RestCall of(
      RestChannel channel, String method, String template, OperationDescriptor operation) {
    return new RestCall(channel, new ClientRequest(channel, method, template, operation));
  }

  /** Fills in a variable of the path. */
  public <T> RestCall path(String name, T value, TextForm<T> form) {
    request.path(name, form.format(value));
    return this;
  }

  /** Adds a parameter of the query; none where the value is null. */
  public <T> RestCall query(String name, @Nullable T value, TextForm<T> form) {
    if (value != null) {
      request.query(name, form.format(value));
    }
    return this;
  }

  /** Adds a parameter of the query for each value; none where there are none. */
  public <T> RestCall queryAll(String name, @Nullable Iterable<T> values, TextForm<T> form) {
    if (values != null) {
      values.forEach(value -> request.query(name, form.format(value)));
    }
    return this;
  }

  /** Says which version is expected; none where the value is null. */
  public <T> RestCall ifMatch(@Nullable T version, TextForm<T> form) {
    if (version != null) {
      String text = form.format(version);
      request.header("If-Match", EntityTags.isField(text) ? text : EntityTags.of(text));
    }
    return this;
  }

  /** Sets a header; none where the value is null. */
  public <T> RestCall header(String name, @Nullable T value, TextForm<T> form) {
    if (value != null) {
      request.header(name, form.format(value));
    }
    return this;
  }

  /** Adds a cookie; none where the value is null. */
  public <T> RestCall cookie(String name, @Nullable T value, TextForm<T> form) {
    if (value != null) {
      request.cookie(name, form.format(value));
    }
    return this;
  }

  /** Adds a field of the form that the body is; none where the value is null. */
  public <T> RestCall form(String name, @Nullable T value, TextForm<T> form) {
    request.form(name, value == null ? List.of() : List.of(form.format(value)));
    return this;
  }

  /** Adds a field of the form that the body is for each value; none where there are none. */
  public <T> RestCall formAll(String name, @Nullable Iterable<T> values, TextForm<T> form) {
    List<String> texts = new ArrayList<>();
    if (values != null) {
      values.forEach(value -> texts.add(form.format(value)));
    }
    request.form(name, texts);
    return this;
  }

  /** Sets the body to content of any media type; none where it is null. */
  public RestCall upload(@Nullable Upload content) {
    if (content != null) {
      request.content(content);
    }
    return this;
  }

  /**
   * Sets the body to lines of JSON, one for each value, which are sent as the server takes them.
   */
  public <T> RestCall lines(Flow.Publisher<T> values, JsonWriter.Value<T> writer) {
    request.lines(
        subscriber ->
            values.subscribe(
                new MappingSubscriber<T, ByteBuffer>(subscriber, each -> line(each, writer))));
    return this;
  }

  private static <T> ByteBuffer line(T value, JsonWriter.Value<T> writer) {
    byte[] json = JsonWriter.writeRequest(value, (out, each) -> out.value(each, writer));
    return ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
  }

  /** Adds a field of the form in parts that the body is; none where the value is null. */
  public <T> RestCall part(String name, @Nullable T value, TextForm<T> form) {
    if (value != null) {
      request.parts().text(name, form.format(value));
    }
    return this;
  }

  /**
   * Adds a field of the form in parts that the body is for each value; none where there are none.
   */
  public <T> RestCall partAll(String name, @Nullable Iterable<T> values, TextForm<T> form) {
    if (values != null) {
      values.forEach(value -> request.parts().text(name, form.format(value)));
    }
    return this;
  }

  /** Adds a file to the form that the body is; none where it is null. */
  public RestCall file(String name, @Nullable Upload content) {
    SentParts parts = request.parts();
    if (content != null) {
      parts.file(name, content);
    }
    return this;
  }

  /** Adds files to the form that the body is; none where there are none. */
  public RestCall files(String name, @Nullable Iterable<Upload> contents) {
    SentParts parts = request.parts();
    if (contents != null) {
      contents.forEach(content -> parts.file(name, content));
    }
    return this;
  }

  /** Sets the body; none where the value is null. */
  public <T> RestCall body(@Nullable T value, JsonWriter.Value<T> writer) {
    if (value != null) {
      request.content(JsonWriter.writeRequest(value, (out, each) -> out.value(each, writer)));
    }
    return this;
  }

  /** Sets the body to a JSON merge patch (RFC 7396). */
  public <T> RestCall mergePatch(@Nullable T value, JsonWriter.Value<T> writer) {
    if (value != null) {
      request.content(
          JsonWriter.writeRequest(value, (out, each) -> out.value(each, writer)),
          MediaTypes.MERGE_PATCH);
    }
    return this;
  }

  /** Writes the members of an object. */
  @FunctionalInterface
  public interface Members {
    /** Writes the members. */
    void write(JsonWriter out) throws IOException;
  }

  /** Sets the body to an object. */
  public RestCall properties(Members members) {
    request.content(
        JsonWriter.writeRequest(
            members,
            (out, each) -> {
              out.beginObject(each);
              each.write(out);
              out.endObject();
            }));
    return this;
  }

  /** Says that the operation answers with {@code NOT_FOUND} where it has no result. */
  public RestCall absentWhereNotFound() {
    answers = new AnswerReader(answers.declared(), true);
    return this;
  }

  /** Says which errors the operation declares. */
  public RestCall declaring(ErrorDescriber<?>... errors) {
    answers =
        new AnswerReader(new DeclaredExceptions(List.of(errors)), answers.absentWhereNotFound());
    return this;
  }

  /**
   * Makes the call, and waits.
   *
   * @param reader reads the result; {@code null} where there is none
   */
  public <R extends @Nullable Object> R value(JsonReader.Value<R> reader) {
    return answers.read(AnswerReader.await(send(channel, request.caused())), reader);
  }

  /** Makes the call of an operation without a result, and waits. */
  public void run() {
    request.acceptNothing();
    value(AnswerReader::nothing);
  }

  /**
   * Makes the call of an operation whose result is content, and waits until that begins to come.
   *
   * @return the content, to be written or discarded; what fails while it comes, such as the end of
   *     the call on whose behalf this one is made, is an {@link IOException} of its writing
   */
  public Download download() {
    request.acceptContent();
    ClientRequest.Caused caused = request.caused();
    return AnswerReader.await(
        AnswerReader.reading(
            send(channel, caused), response -> answers.content(response, caused.cause())));
  }

  /** Makes the call. To cancel the stage, which is a future, gives the call up. */
  public <R extends @Nullable Object> CompletableFuture<R> stage(JsonReader.Value<R> reader) {
    return AnswerReader.reading(
        send(channel, request.caused()), response -> answers.read(response, reader));
  }

  /** Makes the call of an operation without a result. */
  public CompletionStage<Void> runAsync() {
    request.acceptNothing();
    return stage(AnswerReader::nothing);
  }

  /** Says that the stream can go on after an event, whose id {@code Last-Event-ID} tells. */
  public RestCall resumable() {
    request.resumable();
    return this;
  }

  /** Makes the call once it is subscribed to, anew for each subscriber. */
  public <R> Flow.Publisher<R> stream(JsonReader.Value<R> reader) {
    request.acceptEvents();
    ClientRequest.Caused caused = request.caused();
    return subscriber ->
        new RemoteEvents<>(subscriber, reader, answers.declared(), channel, caused).start();
  }

  /** Sends a request, within what is left of its time. */
  static CompletableFuture<RestAnswer> send(RestChannel channel, ClientRequest.Caused caused) {
    Optional<Duration> limit =
        Stream.of(channel.timeout(), caused.remaining())
            .flatMap(Optional::stream)
            .min(Duration::compareTo);
    return RestAttempts.send(channel, caused, limit);
  }
}
