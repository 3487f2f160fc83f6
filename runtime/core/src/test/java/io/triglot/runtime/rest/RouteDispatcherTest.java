package io.triglot.runtime.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.http.HttpEndpoint.Exchange;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.HttpResponse;
import io.triglot.runtime.rest.json.JsonWriter;
import io.triglot.runtime.rest.json.TextForm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteDispatcherTest {
  private static final RouteDispatcher DISPATCHER =
      new RouteDispatcher(
          List.of(
              route("GET", "/"),
              route("GET", "/orders"),
              route("POST", "/orders"),
              route("GET", "/orders/summary"),
              route("GET", "/orders/{id}"),
              route("DELETE", "/orders/{number}"),
              route("POST", "/orders/{id}/cancel"),
              route("GET", "/{kind}/{id}/history")),
          OperationDescriptor::blocking);

  @ParameterizedTest
  @CsvSource({
    "GET,    /,                       GET /",
    "GET,    '',                      GET /",
    "GET,    /orders,                 GET /orders",
    "GET,    /orders/,                GET /orders",
    "GET,    /%6Frders,               GET /orders",
    "POST,   /orders,                 POST /orders",
    "GET,    /orders/summary,         GET /orders/summary",
    "GET,    /orders/Summary,         GET /orders/{id} id=Summary",
    "GET,    /orders/a%2Fb,           GET /orders/{id} id=a/b",
    "GET,    /orders/%25,             GET /orders/{id} id=%",
    "DELETE, /orders/7,               DELETE /orders/{number} number=7",
    "POST,   /orders/summary/cancel,  POST /orders/{id}/cancel id=summary",
    "GET,    /orders/summary/history, GET /{kind}/{id}/history kind=orders id=summary"
  })
  void findsTheRouteOfAPath(String method, String path, String found) {
    assertThat(text(respond(method, path))).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"/order", "/orders/1/2", "/orders//cancel", "//", "/orders//", "/a/b/c/d"})
  void findsNothingElsewhere(String path) {
    HttpResponse response = respond("GET", path);

    assertThat(response.status()).isEqualTo(404);
    assertThat(text(response)).contains("\"code\":\"NOT_FOUND\"");
  }

  @Test
  void tellsTheMethodsOfAPathWhereAnotherIsUsed() {
    HttpResponse response = respond("PUT", "/orders/1");

    assertThat(response.status()).isEqualTo(405);
    assertThat(response.headers()).contains(Map.entry("Allow", "DELETE, GET, HEAD, OPTIONS"));
  }

  @Test
  void tellsTheMethodsOfAPathWhereItIsAsked() {
    HttpResponse response = respond("OPTIONS", "/orders/1/cancel");

    assertThat(response.status()).isEqualTo(204);
    assertThat(response.headers()).containsExactly(Map.entry("Allow", "OPTIONS, POST"));
  }

  @Test
  void answersHeadByTheRouteOfGet() {
    HttpResponse response = respond("HEAD", "/orders");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isInstanceOf(HttpResponse.Body.None.class);
  }

  @Test
  void refusesAVariableThatIsNotPercentEncodedUtf8() {
    HttpResponse response = respond("GET", "/orders/%zz");

    assertThat(response.status()).isEqualTo(400);
    assertThat(text(response)).contains("id: expected percent-encoded UTF-8, got %zz");
  }

  @Test
  void refusesTwoOperationsOnOneRoute() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                new RouteDispatcher(
                    List.of(route("GET", "/a/{b}"), route("GET", "/a/{c}")),
                    OperationDescriptor::blocking))
        .withMessage(
            "GET /a/{c} is the route of both Shop.GET/a/{b} and Shop.GET/a/{c}."
                + " Give one of them another path.");
  }

  @Test
  void blocksForOperationsThatMayAndForBodiesThatAreReadAsTheyCome() {
    OperationDescriptor quick = OperationDescriptor.query("Shop", "quick").nonBlocking();
    RestRoute.Handler handler = request -> new CompletableFuture<>();
    RouteDispatcher dispatcher =
        new RouteDispatcher(
            List.of(
                route("GET", "/slow"),
                RestRoute.stage("GET", "/quick", quick, handler),
                RestRoute.stage("POST", "/quick", quick, handler).withBody(),
                RestRoute.stage("PUT", "/quick", quick, handler).withUpload()),
            OperationDescriptor::blocking);

    assertThat(dispatcher.accept(new Request("GET", "/slow", Map.of())).blocking()).isTrue();
    assertThat(dispatcher.accept(new Request("GET", "/quick", Map.of())).blocking()).isFalse();
    assertThat(dispatcher.accept(new Request("POST", "/quick", Map.of())).blocking()).isFalse();
    assertThat(dispatcher.accept(new Request("PUT", "/quick", Map.of())).blocking()).isTrue();
    assertThat(dispatcher.accept(new Request("GET", "/nowhere", Map.of())).blocking()).isFalse();
  }

  @Test
  void answersAHandlerThatFailsOutsideOfItsCallWithoutItsCause() {
    RouteDispatcher dispatcher =
        new RouteDispatcher(
            List.of(
                RestRoute.value(
                    "GET",
                    "/",
                    OperationDescriptor.query("Shop", "broken"),
                    request -> {
                      throw new IllegalStateException("secret");
                    })),
            OperationDescriptor::blocking);

    HttpResponse response = join(dispatcher.accept(new Request("GET", "/", Map.of())));

    assertThat(response.status()).isEqualTo(500);
    assertThat(text(response)).doesNotContain("secret");
  }

  private static HttpResponse respond(String method, String path) {
    return join(DISPATCHER.accept(new Request(method, path, Map.of())));
  }

  private static HttpResponse join(Exchange exchange) {
    return exchange.respond().toCompletableFuture().join();
  }

  private static String text(HttpResponse response) {
    byte[] bytes = ((HttpResponse.Body.Whole) response.body()).bytes();
    return new String(bytes, StandardCharsets.UTF_8).replaceAll("^\"|\"$", "");
  }

  /** A route that answers with itself and its variables. */
  private static RestRoute route(String method, String template) {
    return RestRoute.value(
        method,
        template,
        OperationDescriptor.query("Shop", method + template),
        request -> {
          StringBuilder answer = new StringBuilder(method + " " + template);
          for (String variable : PathTemplate.parse(template).variables()) {
            answer.append(' ').append(variable).append('=');
            answer.append(request.path(variable, TextForm.STRING));
          }
          return RestReply.ok(answer.toString(), JsonWriter::string);
        });
  }

  private record Request(String method, String path, Map<String, String> fields)
      implements HttpRequest {
    @Override
    public String query() {
      return "";
    }

    @Override
    public List<String> headers(String name) {
      return fields.containsKey(name) ? List.of(fields.get(name)) : List.of();
    }

    @Override
    public byte[] body() {
      return new byte[0];
    }
  }
}
