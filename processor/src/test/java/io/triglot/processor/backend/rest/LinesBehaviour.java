package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.backend.rest.RestClient.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Values that clients stream as lines of JSON. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class LinesBehaviour {
  static final String SERVICE =
      """
      package com.acme.gauge;

      import io.triglot.ApiOperation;
      import io.triglot.ApiService;
      import io.triglot.runtime.Protocol;
      import jakarta.annotation.security.PermitAll;
      import jakarta.annotation.security.RolesAllowed;
      import jakarta.validation.Valid;
      import jakarta.validation.constraints.Max;
      import java.util.List;
      import java.util.ArrayList;
      import java.util.concurrent.CompletableFuture;
      import java.util.concurrent.CompletionStage;
      import java.util.concurrent.Flow;
      import org.jspecify.annotations.NullMarked;
      import org.jspecify.annotations.Nullable;
      import org.reactivestreams.Publisher;

      @NullMarked
      @PermitAll
      @ApiService(protocols = {Protocol.REST, Protocol.GRPC})
      public class GaugeService {
        public record Reading(String place, @Max(99) int degrees, @Nullable String remark) {}

        public record Summary(String station, int factor, List<String> places, long total) {}

        @ApiOperation("PUT /stations/{station}/readings")
        public Summary replaceReadings(
            String station, @Nullable Integer factor, Flow.Publisher<@Valid Reading> readings) {
          List<Reading> read = all(readings).join();
          return new Summary(
              station,
              factor == null ? 1 : factor,
              read.stream().map(Reading::place).limit(3).toList(),
              read.stream().mapToLong(Reading::degrees).sum());
        }

        @ApiOperation
        public CompletionStage<Integer> addNumbers(Publisher<Integer> numbers) {
          return all(org.reactivestreams.FlowAdapters.toFlowPublisher(numbers))
              .thenApply(read -> read.stream().mapToInt(each -> each).sum());
        }

        @ApiOperation
        public String sendFirst(Flow.Publisher<String> words) {
          CompletableFuture<String> first = new CompletableFuture<>();
          words.subscribe(
              new Collector<>(new CompletableFuture<>()) {
                @Override
                public void onNext(String word) {
                  subscription.cancel();
                  first.complete(word);
                }
              });
          return first.join();
        }

        @RolesAllowed("admin")
        @ApiOperation
        public int addHidden(Flow.Publisher<Integer> numbers) {
          return 0;
        }

        private static <T> CompletableFuture<List<T>> all(Flow.Publisher<T> values) {
          Collector<T> collector = new Collector<>(new CompletableFuture<>());
          values.subscribe(collector);
          return collector.all;
        }

        static class Collector<T> implements Flow.Subscriber<T> {
          private final List<T> read = new ArrayList<>();
          final CompletableFuture<List<T>> all;
          Flow.Subscription subscription;

          Collector(CompletableFuture<List<T>> all) {
            this.all = all;
          }

          @Override
          public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(1);
          }

          @Override
          public void onNext(T value) {
            read.add(value);
            subscription.request(1);
          }

          @Override
          public void onError(Throwable failure) {
            all.completeExceptionally(new IllegalStateException("something else", failure));
          }

          @Override
          public void onComplete() {
            all.complete(read);
          }
        }
      }
      """;

  private RestHost host;
  private RestClient client;

  /** Starts the host under test. */
  protected abstract RestHost.Starter starter();

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    HostedApi gauges = HostedApi.of("com.acme.gauge.GaugeService", SERVICE);
    host = starter().start(gauges, directory, UploadBehaviour.MAX_BODY_BYTES).host();
    client = new RestClient(host.uri());
  }

  @AfterAll
  void stop() {
    host.close();
  }

  @Test
  void areReadOneByOne() {
    Reply reply =
        put(
            "stations/a%20b/readings?factor=3",
            """
            {"place": "x", "degrees": 1}

            {"place": "y", "degrees": 20, "remark": "é"}\r
            {"place": "z", "degrees": -3}""");

    assertThat(reply.json().toString())
        .isEqualTo(
            "{\"station\":\"a b\",\"factor\":3,\"places\":[\"x\",\"y\",\"z\"],\"total\":18}");
  }

  @Test
  void mayBeNone() {
    assertThat(put("stations/a/readings", "").json().at("/total").asInt()).isZero();
    assertThat(put("stations/a/readings", "\n\n").json().at("/total").asInt()).isZero();
  }

  @Test
  void mayBeMoreThanWhatIsHeldAsAWhole() {
    String line = "{\"place\":\"x\",\"degrees\":2}\n";
    int count = 500_000 / line.length();

    assertThat(put("stations/a/readings", line.repeat(count)).json().at("/total").asInt())
        .isEqualTo(2 * count);
  }

  @Test
  void areTakenByAStage() {
    Reply reply = lines("POST", "gauges/add-numbers", "1\n2\n39\n");

    assertThat(reply.text()).isEqualTo("42");
  }

  @Test
  void areRefusedByLineAndPath() {
    Reply wrong =
        put(
            "stations/a/readings",
            "{\"place\":\"x\",\"degrees\":1}\n\n{\"place\":\"x\",\"degrees\":\"warm\"}\n");
    Reply later = lines("POST", "gauges/add-numbers", "1\n2\nthree\n4\n");
    Reply none = lines("POST", "gauges/add-numbers", "1\nnull\n");

    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.json().at("/violations/0/field").asText()).isEqualTo("readings.degrees");
    assertThat(wrong.json().at("/violations/0/description").asText()).endsWith("(line 3)");
    assertThat(later.status()).isEqualTo(400);
    assertThat(later.json().at("/violations/0/field").asText()).isEqualTo("numbers");
    assertThat(later.json().at("/detail").asText()).endsWith("(line 3)");
    assertThat(none.status()).isEqualTo(400);
    assertThat(none.json().at("/detail").asText()).endsWith("(line 2)");
  }

  @Test
  void areRefusedWhereTheyAreTooLarge() {
    String longest = "\"" + "x".repeat(UploadBehaviour.MAX_BODY_BYTES - 2) + "\"";
    assertThat(lines("POST", "gauges/send-first", longest).status()).isEqualTo(200);
    Reply line = put("stations/a/readings", "\n".repeat(3) + "x".repeat(10_001));
    Reply all = put("stations/a/readings", "\n".repeat(UploadBehaviour.MAX_UPLOAD_BYTES + 1));

    assertThat(line.status()).isEqualTo(413);
    assertThat(line.json().at("/reason").asText()).isEqualTo("CONTENT_TOO_LARGE");
    assertThat(line.json().at("/detail").asText()).isEqualTo("Line 4 is larger than 10000 bytes");
    assertThat(all.status()).isEqualTo(413);
  }

  @Test
  void areNotAllNeeded() {
    Reply reply = lines("POST", "gauges/send-first", "\"one\"\n\"two\"\nnothing\n");

    assertThat(reply.text()).isEqualTo("\"one\"");
  }

  @Test
  void areOfTheirMediaType() {
    assertThat(client.post("gauges/add-numbers", "[1]").status()).isEqualTo(415);
    assertThat(lines("POST", "gauges/add-hidden", "no number").status()).isEqualTo(401);
  }

  RestClient client() {
    return client;
  }

  private Reply put(String target, String lines) {
    return lines("PUT", target, lines);
  }

  private Reply lines(String method, String target, String lines) {
    return client.send(method, target, lines, "Content-Type", "application/x-ndjson");
  }
}
