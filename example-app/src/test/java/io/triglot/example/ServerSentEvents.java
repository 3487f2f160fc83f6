package io.triglot.example;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code text/event-stream} as the HTML standard describes it. */
final class ServerSentEvents {
  /** What to do with an event of the stream. */
  @FunctionalInterface
  interface Sink {
    void accept(EventStream stream, String event, String data);
  }

  private ServerSentEvents() {}

  static EventStream open(
      HttpClient http, HttpRequest request, Sink sink, Function<String, CallFailure> refusal) {
    EventStream stream = new EventStream();
    CompletableFuture<HttpResponse<Stream<String>>> response =
        http.sendAsync(request, BodyHandlers.ofLines());
    Thread reader =
        new Thread(
            () -> {
              try (Stream<String> lines = response.join().body()) {
                if (response.join().statusCode() == 200) {
                  read(lines, stream, sink);
                  stream.end();
                } else {
                  stream.fail(refusal.apply(lines.collect(Collectors.joining("\n"))));
                }
              } catch (RuntimeException | AssertionError failure) {
                stream.fail(failure);
              }
            },
            "server-sent-events");
    reader.setDaemon(true);
    reader.start();
    return stream.onClose(() -> response.thenAccept(answer -> answer.body().close()).cancel(true));
  }

  private static void read(Stream<String> lines, EventStream stream, Sink sink) {
    String[] event = {"message"};
    StringBuilder data = new StringBuilder();
    lines.forEach(
        line -> {
          if (line.isEmpty()) {
            if (!data.isEmpty()) {
              sink.accept(stream, event[0], data.toString());
            }
            event[0] = "message";
            data.setLength(0);
          } else if (line.startsWith("event:")) {
            event[0] = line.substring(6).strip();
          } else if (line.startsWith("data:")) {
            data.append(line.substring(5).strip());
          }
        });
  }
}
