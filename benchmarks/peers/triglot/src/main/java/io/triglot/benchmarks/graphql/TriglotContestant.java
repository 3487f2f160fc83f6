package io.triglot.benchmarks.graphql;

import io.triglot.benchmarks.contest.Contestant;
import io.triglot.runtime.Api;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Triglot as its server calls it: headers, policy, limits and all, but for the socket. */
public final class TriglotContestant implements Contestant {
  private @Nullable GraphQlEndpoint endpoint;

  @Override
  public String name() {
    return "Triglot";
  }

  @Override
  public void start() {
    endpoint = GraphQlEndpoint.of(Api.of(new ShopService()));
  }

  @Override
  public byte[] answer(byte[] body) {
    HttpResponse response =
        Objects.requireNonNull(endpoint)
            .accept(new Post(body))
            .respond()
            .toCompletableFuture()
            .join();
    return ((HttpResponse.Body.Whole) response.body()).bytes();
  }

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Post(byte[] body) implements HttpRequest {
    @Override
    public String method() {
      return "POST";
    }

    @Override
    public String path() {
      return "/graphql";
    }

    @Override
    public String query() {
      return "";
    }

    @Override
    public List<String> headers(String name) {
      return name.equalsIgnoreCase("content-type") ? List.of("application/json") : List.of();
    }
  }
}
