package io.triglot.runtime.rest;

import io.triglot.runtime.Failure;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/**
 * Hands requests to the routes of a table, and refuses those that no route takes. {@code HEAD} is
 * answered by the route of {@code GET}, {@code OPTIONS} by what the path allows.
 *
 * <p>Immutable and thread-safe.
 */
final class RouteDispatcher implements HttpEndpoint {
  private final RouteTable table;
  private final Predicate<OperationDescriptor> mayBlock;

  /**
   * A dispatcher to these routes.
   *
   * @param mayBlock whether a call of an operation may block the thread on which it arrives
   * @throws IllegalStateException where two have the same method and path
   */
  RouteDispatcher(Collection<RestRoute> routes, Predicate<OperationDescriptor> mayBlock) {
    table = new RouteTable(routes);
    this.mayBlock = mayBlock;
  }

  @Override
  public Exchange accept(HttpRequest request) {
    RouteTable.Match match = table.find(PathTemplate.split(request.path()));
    return match == null
        ? new Answer(Problem.of(nothingAt(request.path())).response())
        : accept(request, match);
  }

  private Exchange accept(HttpRequest request, RouteTable.Match match) {
    String method = request.method();
    boolean headOfGet = method.equals("HEAD") && !match.places().containsKey(method);
    RouteTable.Place place = match.places().get(headOfGet ? "GET" : method);
    if (place != null) {
      RestRoute route = place.route();
      return accept(
          route,
          new RestRequest(
              request, route.template(), place.bind(match.values()), route.hasWholeBody()),
          headOfGet);
    }
    String allowed = allowed(match);
    HttpResponse response =
        method.equals("OPTIONS")
            ? HttpResponse.of(204)
            : Problem.of(405, StatusCode.UNIMPLEMENTED, "The methods here are " + allowed)
                .response();
    RouteTable.Place patch = match.places().get("PATCH");
    HttpResponse told = response.header("Allow", allowed);
    return new Answer(patch == null ? told : withAcceptPatch(told, patch.route()));
  }

  private Exchange accept(RestRoute route, RestRequest request, boolean headOnly) {
    String type = request.header("Content-Type").orElse("");
    if (!type.isEmpty()
        && !route.consumes().isEmpty()
        && route.consumes().stream().noneMatch(consumed -> MediaTypes.is(type, consumed))) {
      Problem problem =
          refusal(415, "The content must be " + String.join(" or ", route.consumes()));
      return new Answer(withAcceptPatch(route.told(problem.response()), route));
    }
    if (!route.produces().isEmpty()
        && MediaTypes.negotiate(request.http().headers("Accept"), route.produces()).isEmpty()) {
      Problem problem = refusal(406, "The content can be " + String.join(" or ", route.produces()));
      return new Answer(route.told(problem.response()));
    }
    boolean readAsItComes = !route.consumes().isEmpty() && !route.hasWholeBody();
    boolean blocking = mayBlock.test(route.operation()) || readAsItComes;
    return new RouteExchange(route, request, headOnly, blocking);
  }

  /** The methods of a path; empty where there is nothing. */
  Optional<String> allowed(String path) {
    return Optional.ofNullable(table.find(PathTemplate.split(path))).map(RouteDispatcher::allowed);
  }

  /** The methods of a path with those that come for free. */
  private static String allowed(RouteTable.Match match) {
    SortedSet<String> allowed = new TreeSet<>(match.places().keySet());
    if (allowed.contains("GET")) {
      allowed.add("HEAD");
    }
    allowed.add("OPTIONS");
    return String.join(", ", allowed);
  }

  /** Has a reason of its own, so that clients do not take it for a result that is not there. */
  private static Failure nothingAt(String path) {
    return new Failure(
        StatusCode.NOT_FOUND,
        "ROUTE_NOT_FOUND",
        "There is nothing at " + path,
        List.of(),
        Map.of());
  }

  private static Problem refusal(int status, String detail) {
    return Problem.of(status, StatusCode.INVALID_ARGUMENT, detail);
  }

  /** What a route for PATCH takes (RFC 5789, section 3.1). */
  private static HttpResponse withAcceptPatch(HttpResponse response, RestRoute route) {
    return route.method().equals("PATCH") && !route.consumes().isEmpty()
        ? response.header("Accept-Patch", String.join(", ", route.consumes()))
        : response;
  }

  /** An answer that is there before the request is read. */
  private record Answer(HttpResponse response) implements Exchange {
    @Override
    public boolean blocking() {
      return false;
    }

    @Override
    public CompletionStage<HttpResponse> respond() {
      return CompletableFuture.completedFuture(response);
    }
  }

  /** An answer that a route makes. */
  private record RouteExchange(
      RestRoute route, RestRequest request, boolean headOnly, boolean blocking)
      implements Exchange {
    @Override
    public CompletionStage<HttpResponse> respond() {
      CompletionStage<HttpResponse> response =
          Answering.respond(route.handler(), request).thenApply(route::told);
      return headOnly ? response.thenApply(Answering::withoutContent) : response;
    }
  }
}
