package io.triglot.processor.backend.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reactive Streams, Reactor and Mutiny in the signatures of a service for all protocols. */
@Timeout(60)
class ReactiveLibrariesTest {
  private static final String SERVICE = "acme.feed.v1.FeedService/";

  @TempDir static Path directory;
  private static Compilation compilation;
  private static GrpcFixture feed;

  @BeforeAll
  static void open() {
    compilation =
        TestCompiler.javac(directory)
            .compile(
                """
                package com.acme.feed;

                import io.smallrye.mutiny.Multi;
                import io.smallrye.mutiny.Uni;
                import io.triglot.ApiOperation;
                import io.triglot.ApiService;
                import io.triglot.runtime.Protocol;
                import jakarta.validation.constraints.Max;
                import java.util.stream.Collectors;
                import org.reactivestreams.Publisher;
                import reactor.core.publisher.Flux;
                import reactor.core.publisher.Mono;

                @ApiService
                public class Feed {
                  @ApiOperation
                  public Mono<String> findMono(String name) {
                    return Mono.just("mono " + name);
                  }

                  @ApiOperation
                  public Mono<Void> sendNothing() {
                    return Mono.empty();
                  }

                  @ApiOperation
                  public Uni<String> findUni(String name) {
                    return Uni.createFrom().item("uni " + name);
                  }

                  @ApiOperation
                  public Flux<Integer> fluxes(int count) {
                    return Flux.range(1, count);
                  }

                  @ApiOperation
                  public Multi<Integer> multis(int count) {
                    return Multi.createFrom().range(1, count + 1);
                  }

                  @ApiOperation
                  public Publisher<Integer> publishers(int count) {
                    return Flux.range(1, count);
                  }

                  @ApiOperation
                  public Flux<@Max(2) Integer> smallFluxes(int count) {
                    return Flux.range(1, count);
                  }

                  @ApiOperation
                  public Multi<@Max(2) Integer> smallMultis(int count) {
                    return Multi.createFrom().range(1, count + 1);
                  }

                  @ApiOperation
                  public Publisher<@Max(2) Integer> smallPublishers(int count) {
                    return Flux.range(1, count);
                  }

                  @ApiOperation(protocols = Protocol.GRPC)
                  public Mono<Integer> addSmallFlux(Flux<@Max(2) Integer> values) {
                    return values.reduce(0, Integer::sum);
                  }

                  @ApiOperation(protocols = Protocol.GRPC)
                  public Uni<Integer> addSmallMulti(Multi<@Max(2) Integer> values) {
                    return values.collect().with(Collectors.summingInt(i -> i));
                  }

                  @ApiOperation(protocols = Protocol.GRPC)
                  public Publisher<Integer> doubledSmall(Publisher<@Max(2) Integer> values) {
                    return Flux.from(values).map(value -> 2 * value);
                  }

                  @ApiOperation(protocols = Protocol.GRPC)
                  public Mono<Integer> addFlux(Flux<Integer> values) {
                    return values.reduce(0, Integer::sum);
                  }

                  @ApiOperation(protocols = Protocol.GRPC)
                  public Uni<Integer> addMulti(int start, Multi<Integer> values) {
                    return values.collect().in(() -> new int[] {start}, (sum, i) -> sum[0] += i)
                        .map(sum -> sum[0]);
                  }

                  @ApiOperation(protocols = Protocol.GRPC)
                  public Publisher<Integer> doubled(Publisher<Integer> values) {
                    return Flux.from(values).map(value -> 2 * value);
                  }
                }
                """)
            .requireSuccess();
    feed = GrpcFixture.of(compilation, "com.acme.feed.Feed");
  }

  @AfterAll
  static void close() {
    feed.close();
  }

  @Test
  void answerWithOneValue() {
    assertThat(feed.call(SERVICE + "FindMono", "name: 'a'")).isEqualTo("result: \"mono a\"");
    assertThat(feed.call(SERVICE + "FindUni", "name: 'a'")).isEqualTo("result: \"uni a\"");
    assertThat(feed.call(SERVICE + "SendNothing", "")).isEmpty();
  }

  @Test
  void answerWithAStream() {
    for (String rpc : List.of("Fluxes", "Multis", "Publishers")) {
      assertThat(feed.stream(SERVICE + rpc, "count: 3"))
          .as(rpc)
          .containsExactly("result: 1", "result: 2", "result: 3");
    }
  }

  @Test
  void takeAStream() {
    List<String> values = List.of("values: 1", "values: 2", "values: 3");
    assertThat(feed.exchange(SERVICE + "AddFlux", values)).containsExactly("result: 6");
    assertThat(feed.exchange(SERVICE + "Doubled", values))
        .containsExactly("result: 2", "result: 4", "result: 6");
    assertThat(feed.exchange(SERVICE + "AddMulti", List.of("start: 10", "values: 5")))
        .containsExactly("result: 15");
  }

  @Test
  void haveTheirElementsValidated() {
    for (String rpc : List.of("SmallFluxes", "SmallMultis", "SmallPublishers")) {
      assertThat(feed.stream(SERVICE + rpc, "count: 2")).as(rpc).hasSize(2);
      assertThat(feed.exchangeFailure(SERVICE + rpc, List.of("count: 3")))
          .as(rpc)
          .startsWith("INTERNAL");
    }
  }

  @Test
  void haveWhatTheyTakeValidated() {
    for (String rpc : List.of("AddSmallFlux", "AddSmallMulti", "DoubledSmall")) {
      assertThat(feed.exchange(SERVICE + rpc, List.of("values: 2"))).as(rpc).hasSize(1);
      assertThat(feed.exchangeFailure(SERVICE + rpc, List.of("values: 2", "values: 3")))
          .as(rpc)
          .startsWith("INVALID_ARGUMENT");
    }
  }

  @Test
  void areOfferedOnTheOtherProtocols() {
    assertThat(compilation.source("com/acme/feed/FeedGraphQl.java"))
        .contains("service.findMono(name).toFuture()")
        .contains("JdkFlowAdapter.publisherToFlowPublisher(service.fluxes(count))");
    assertThat(compilation.source("com/acme/feed/FeedRoutes.java"))
        .contains("service.findUni(name).subscribeAsCompletionStage()")
        .contains("FlowAdapters.toFlowPublisher(service.publishers(count))")
        .contains("service.multis(count)");
  }
}
