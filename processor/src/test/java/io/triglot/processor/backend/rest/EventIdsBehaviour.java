package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ids of events, and streams that go on after one. */
public abstract class EventIdsBehaviour {
  static final String SOURCE =
      """
      package com.acme.news;

      import io.triglot.*;
      import jakarta.annotation.security.PermitAll;
      import java.util.*;
      import java.util.concurrent.*;
      import org.jspecify.annotations.*;

      @NullMarked
      @PermitAll
      public class NewsService {
        public record Item(@ApiField(eventId = true) String key, int size) {
          public Item {}
        }

        @ApiOperation(value = "GET /news", retryMillis = 1500)
        public Flow.Publisher<Item> items(@ApiField(eventId = true) Optional<String> since) {
          List<Item> items = new ArrayList<>();
          for (String key : List.of("a", "b ü", "c\\nd")) {
            if (key.compareTo(since.orElse("")) > 0) {
              items.add(new Item(key, 1));
            }
          }
          return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
            private final Iterator<Item> left = items.iterator();

            @Override
            public void request(long n) {
              if (left.hasNext()) {
                subscriber.onNext(left.next());
              } else {
                subscriber.onComplete();
              }
            }

            @Override
            public void cancel() {}
          });
        }
      }
      """;

  /** Starts the host under test. */
  protected abstract RestHost.Starter starter();

  @Test
  void areToldAndTakenBack(@TempDir Path directory) throws Exception {
    HostedApi news = HostedApi.of("com.acme.news.NewsService", SOURCE);
    try (RestHost host = starter().start(news, directory, 10_000).host()) {
      RestClient client = new RestClient(host.uri());
      // An id with a line break is refused: by its status, or in an event where that came later.
      assertThat(client.get("news?since=c").text())
          .contains("\"code\":\"INTERNAL\"")
          .doesNotContain("id: c");
      assertThat(client.get("news", "Last-Event-ID", "a").text().replaceAll("(?m)^:.*\n\n", ""))
          .startsWith("retry: 1500\n\nid: b ü\ndata: {\"key\":\"b ü\",\"size\":1}\n\nevent: error");
      assertThat(client.get("news?since=a", "Last-Event-ID", "z").status()).isEqualTo(204);
    }
  }
}
