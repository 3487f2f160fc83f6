package io.triglot.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.runtime.http.HttpResponse;
import io.triglot.server.page.ApiListing;
import io.triglot.server.page.ApiListing.Address;
import io.triglot.server.page.ApiListing.Operation;
import io.triglot.server.page.ApiListing.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartPathTest {
  @Test
  void writesCallsToWhereTheReaderIs() throws Exception {
    assertThat(page("shop.example.com:8443", false))
        .contains("curl http://shop.example.com:8443/orders", "buf http://shop.example.com:9090/A");
    assertThat(page("[::1]:80", true))
        .contains("curl http://[::1]:80/orders", "buf https://[::1]:9090/A");
  }

  @Test
  void takesNoHostThatCouldBeMore() throws Exception {
    for (String host : List.of("a.example/\"><script>", "a;rm", "$(b)", "a b", "", "a:b")) {
      assertThat(page(host, false)).contains("curl http://localhost/orders");
    }
  }

  private static String page(String host, boolean tls) throws Exception {
    List<Address> addresses =
        List.of(
            new Address("REST", "GET /orders", "curl " + ApiListing.HTTP + "/orders"),
            new Address("gRPC", "A", "buf " + ApiListing.GRPC + "/A"));
    Operation operation = new Operation("orders", "", "", List.of(), "", "", List.of(), addresses);
    Service service = new Service("Shop", "", "", List.of(operation));
    StartPath path =
        new StartPath(() -> new ApiListing("", List.of(service), List.of(), 9090, true), tls);
    HttpResponse response =
        path.accept(new HandshakeRequest("/", "", Map.of("Host", List.of(host)), List.of()))
            .respond()
            .toCompletableFuture()
            .get();
    return new String(((HttpResponse.Body.Whole) response.body()).bytes(), UTF_8);
  }
}
