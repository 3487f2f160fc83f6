package io.triglot.runtime.rest;

import io.triglot.runtime.time.Background;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a server has answered, all of it.
 *
 * @param content the body; empty where it is a stream
 * @param stream the body while it comes, where a call asks for that and has been answered
 */
@SuppressWarnings("ArrayRecordComponent") // answers are compared by nobody
record RestAnswer(int status, HttpHeaders headers, byte[] content, @Nullable InputStream stream) {
  private static final byte[] NOTHING = {};

  /** An answer that is there as a whole. */
  private RestAnswer(ResponseInfo info, byte[] content) {
    this(info.statusCode(), info.headers(), content, null);
  }

  /**
   * What reads an answer. The consumer gets it in the background, as soon as it is complete: what
   * {@link HttpClient#sendAsync} gives completes on the common pool instead, where an answer may
   * wait behind whatever blocks there.
   */
  static BodySubscriber<byte[]> reader(ResponseInfo info, Consumer<RestAnswer> consumer) {
    BodySubscriber<byte[]> body = BodySubscribers.ofByteArray();
    body.getBody()
        .thenAcceptAsync(
            content -> consumer.accept(new RestAnswer(info, content)), Background.executor());
    return body;
  }

  /** The same, but what the server answers if all goes well can be read while it comes. */
  static BodySubscriber<byte[]> streamReader(ResponseInfo info, Consumer<RestAnswer> consumer) {
    if (info.statusCode() < 200 || info.statusCode() >= 300) {
      return reader(info, consumer);
    }
    BodySubscriber<InputStream> body = BodySubscribers.ofInputStream();
    body.getBody()
        .thenAcceptAsync(
            stream ->
                consumer.accept(new RestAnswer(info.statusCode(), info.headers(), NOTHING, stream)),
            Background.executor());
    return BodySubscribers.mapping(body, stream -> NOTHING);
  }
}
