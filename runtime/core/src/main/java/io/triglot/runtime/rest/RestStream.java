package io.triglot.runtime.rest;

import io.triglot.runtime.MappingSubscriber;
import io.triglot.runtime.http.HttpResponse;
import io.triglot.runtime.rest.json.JsonWriter;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The streamed responses that generated code makes of publishers. */
public final class RestStream {
  /** How long the first element may hold up the head of the response. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** How long a connection may be without a piece, well below what proxies put up with. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

  private RestStream() {}

  /** The elements of a stream, each as a JSON document. */
  public static <T> Flow.Publisher<StreamElement> encode(
      Flow.Publisher<T> elements, JsonWriter.Value<T> writer) {
    return encoded(elements, writer, element -> null);
  }

  /**
   * The elements of a stream, each as a JSON document.
   *
   * @param id what tells an element apart
   */
  public static <T> Flow.Publisher<StreamElement> encode(
      Flow.Publisher<T> elements, JsonWriter.Value<T> writer, Function<T, String> id) {
    return encoded(elements, writer, element -> requireText(id.apply(element)));
  }

  private static <T> Flow.Publisher<StreamElement> encoded(
      Flow.Publisher<T> elements, JsonWriter.Value<T> writer, Function<T, @Nullable String> id) {
    return subscriber ->
        elements.subscribe(
            new MappingSubscriber<T, StreamElement>(
                subscriber,
                element ->
                    new StreamElement(
                        JsonWriter.write(element, (out, each) -> out.value(each, writer)),
                        id.apply(element))));
  }

  private static String requireText(String id) {
    if (id.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalStateException("The id of an event has a control character: " + id);
    }
    return id;
  }

  /**
   * A response with the documents as server-sent events or as lines, as the client accepts them.
   *
   * <p>A stream that fails before its first element is answered like any failed call. A stream
   * whose first signal takes its time begins without it, so that the client knows that it is
   * connected.
   *
   * @param documents a publisher that fails with nothing but {@link
   *     io.triglot.runtime.CallException}
   */
  public static CompletionStage<HttpResponse> respond(
      RestRequest request, Flow.Publisher<StreamElement> documents) {
    return respond(request, Duration.ZERO, documents);
  }

  /**
   * The same, where server-sent events begin with the time after which clients connect again.
   *
   * @param retry that time; zero leaves it to them
   */
  public static CompletionStage<HttpResponse> respond(
      RestRequest request, Duration retry, Flow.Publisher<StreamElement> documents) {
    StreamFormat format = StreamFormat.accepted(request.http().headers("Accept"));
    StreamedBody body = new StreamedBody(format, PATIENCE, KEEP_ALIVE);
    body.beginWith(format.retry(retry), request.isResumed());
    try {
      documents.subscribe(body);
    } catch (RuntimeException e) {
      body.cancel();
      throw e;
    }
    return body.response();
  }
}
