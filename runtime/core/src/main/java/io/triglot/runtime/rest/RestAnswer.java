package io.triglot.runtime.rest;

import io.triglot.runtime.time.Background;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.function.Consumer;

/** What a server has answered, all of it. */
record RestAnswer(int status, HttpHeaders headers, byte[] content) {
  /**
   * What reads an answer. The consumer gets it in the background, as soon as it is complete: what
   * {@link HttpClient#sendAsync} gives completes on the common pool instead, where an answer may
   * wait behind whatever blocks there.
   */
  static BodySubscriber<byte[]> reader(ResponseInfo info, Consumer<RestAnswer> consumer) {
    BodySubscriber<byte[]> body = BodySubscribers.ofByteArray();
    body.getBody()
        .thenAcceptAsync(
            content -> consumer.accept(new RestAnswer(info.statusCode(), info.headers(), content)),
            Background.executor());
    return body;
  }
}
