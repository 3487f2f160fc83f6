package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.triglot.processor.backend.rest.JerseyHost;
import io.triglot.processor.backend.rest.RestHost;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import io.triglot.runtime.grpc.GrpcEndpoint;
import io.triglot.runtime.rest.RestChannel;
import io.triglot.runtime.rest.RestEndpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A member that is added to a hierarchy does not break clients that were deployed before. */
class NewerServerTest {
  private static final String OLD =
      """
      package com.acme;

      public sealed interface Event {
        record Started(String by) implements Event {}

        record Stopped(String why) implements Event {}
      }
      """;
  private static final String NEW =
      OLD.replace("}\n}", "}\n\n  record Paused(int seconds) implements Event {}\n}");
  private static final String SERVICE =
      """
      package com.acme;

      import io.triglot.ApiOperation;
      import java.util.List;
      import java.util.Map;
      import java.util.concurrent.Flow;
      import java.util.concurrent.SubmissionPublisher;

      public class EventService {
        public record History(Event last, List<Event> all, Map<String, Event> named) {}

        @ApiOperation("GET /last") public Event lastEvent() { return all().get(0); }

        @ApiOperation("GET /history") public History history() {
          return new History(
              all().get(0), all(), Map.of("new", all().get(0), "old", all().get(1)));
        }

        @ApiOperation("GET /events") public Flow.Publisher<Event> events() {
          return subscriber -> {
            SubmissionPublisher<Event> events = new SubmissionPublisher<>(Runnable::run, 16);
            events.subscribe(subscriber);
            all().forEach(events::submit);
            events.close();
          };
        }

        private static List<Event> all() {
          return List.of(%s, new Event.Started("me"), %s, new Event.Stopped("done"), %s);
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void itsNewMembersAreNullOrLeftOut() throws Exception {
    Compilation older = compile("old", OLD, "null", "null", "null");
    String paused = "new Event.Paused(1)";
    Compilation newer = compile("new", NEW, paused, paused, paused);
    Object service = newer.load("com.acme.EventService").getConstructor().newInstance();
    String name = InProcessServerBuilder.generateName();
    Server server =
        InProcessServerBuilder.forName(name)
            .addServices(GrpcEndpoint.of(Api.of(service)).services())
            .build()
            .start();
    ManagedChannel channel = InProcessChannelBuilder.forName(name).build();
    try {
      Class<?> type = older.load("com.acme.EventServiceGrpcClient");
      assertOldMembers(type.getMethod("of", Channel.class).invoke(null, channel));
    } finally {
      channel.shutdownNow();
      server.shutdownNow();
    }
    assertOldMembersByRest(older, service);
  }

  private void assertOldMembersByRest(Compilation older, Object service) throws Exception {
    try (RestHost host = JerseyHost.start(RestEndpoint.of(Api.of(service)), 10_000)) {
      Class<?> type = older.load("com.acme.EventServiceRestClient");
      assertOldMembers(
          type.getMethod("of", RestChannel.class).invoke(null, RestChannel.to(host.uri())));
    }
  }

  private static void assertOldMembers(Object client) throws Exception {
    Class<?> type = client.getClass();
    assertThat(type.getMethod("lastEvent").invoke(client)).isNull();
    assertThat(type.getMethod("history").invoke(client))
        .hasToString(
            "History[last=null, all=[Started[by=me], Stopped[why=done]],"
                + " named={old=Started[by=me]}]");
    assertThat(collected((Flow.Publisher<?>) type.getMethod("events").invoke(client)))
        .hasToString("[Started[by=me], Stopped[why=done]]");
  }

  private Compilation compile(String folder, String event, String... others) {
    return TestCompiler.javac(directory.resolve(folder))
        .compile(
            "@org.jspecify.annotations.NullMarked package com.acme;",
            event,
            SERVICE.formatted((Object[]) others))
        .requireSuccess();
  }

  /** What a publisher emits, asked for one by one. */
  private static List<Object> collected(Flow.Publisher<?> publisher) throws Exception {
    List<Object> elements = new ArrayList<>();
    CompletableFuture<List<Object>> all = new CompletableFuture<>();
    publisher.subscribe(
        new Flow.Subscriber<Object>() {
          private Flow.@Nullable Subscription subscription;

          @Override
          public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(1);
          }

          @Override
          public void onNext(Object element) {
            elements.add(element);
            subscription.request(1);
          }

          @Override
          public void onError(Throwable failure) {
            all.completeExceptionally(failure);
          }

          @Override
          public void onComplete() {
            all.complete(elements);
          }
        });
    return all.get(10, TimeUnit.SECONDS);
  }
}
