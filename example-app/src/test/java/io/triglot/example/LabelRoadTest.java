package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.triglot.example.road.LabelFront;
import io.triglot.example.road.LabelResource.Label;
import io.triglot.example.road.LabelResourceApi;
import io.triglot.example.road.LabelResourceGrpcClient;
import io.triglot.example.road.LabelResourceRestClient;
import io.triglot.example.road.LabelServer;
import io.triglot.example.road.PriceList;
import io.triglot.runtime.RemoteCallException;
import io.triglot.runtime.rest.RestChannel;
import io.triglot.runtime.telemetry.MicrometerMetrics;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.glassfish.grizzly.http.server.HttpServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The labels of the running shop on each step of the road from REST to gRPC. */
@Timeout(120)
class LabelRoadTest {
  private static final URI ANY_PORT = URI.create("http://127.0.0.1:0/");

  @RegisterExtension final RunningShop shop = new RunningShop();

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final HttpClient http = HttpClient.newHttpClient();
  private LabelServer labels;
  private ManagedChannel channel;

  @BeforeEach
  void start() {
    ManagedChannel catalog = channel(shop.shop().grpcPort());
    labels =
        shop.closedAtTheEnd(
            new LabelServer(
                PriceList.onGrpc(catalog), ANY_PORT, 0, MicrometerMetrics.of(registry)));
    channel = channel(labels.grpcPort());
  }

  private ManagedChannel channel(int port) {
    ManagedChannel open =
        Grpc.newChannelBuilder("127.0.0.1:" + port, InsecureChannelCredentials.create()).build();
    shop.closedAtTheEnd(open::shutdownNow);
    return open;
  }

  @Test
  void areServedSideBySide() throws Exception {
    assertThat(get(labels.port(), "/labels?max-price=30").body())
        .isEqualTo("[{\"product\":\"Mouse\",\"price\":29.99}]");

    for (LabelResourceApi client : List.of(byRest(), LabelResourceGrpcClient.of(channel))) {
      assertThat(client.labels(new BigDecimal("30")))
          .containsExactly(new Label("Mouse", new BigDecimal("29.99")));
      assertThat(client.label("Mouse").price()).isEqualTo("29.99");
      assertThatThrownBy(() -> client.label("Moose"))
          .isInstanceOf(RemoteCallException.class)
          .hasMessage("NOT_FOUND: The shop sells no Moose");
    }
  }

  @Test
  void tellWhoStillCallsRest() throws Exception {
    byRest().label("Mouse");
    get(labels.port(), "/labels/Moose");
    LabelResourceGrpcClient.of(channel).label("Mouse");

    assertThat(calls("REST", "OK")).isOne();
    assertThat(calls("REST", "NOT_FOUND")).isOne();
    assertThat(calls("GRPC", "OK")).isOne();
  }

  @Test
  void sayUntilWhenRestIsThere() throws Exception {
    for (String path : List.of("/labels", "/labels/Moose")) {
      HttpResponse<String> answer = get(labels.port(), path);
      assertThat(answer.headers().firstValue("Deprecation")).hasValue("@1768435200");
      assertThat(answer.headers().firstValue("Sunset")).hasValue("Thu, 31 Dec 2026 00:00:00 GMT");
    }
  }

  @Test
  void answerRestTheSameFromBehindGrpc() throws Exception {
    HttpServer front = LabelFront.start(ANY_PORT, channel);
    shop.closedAtTheEnd(front::shutdownNow);
    int port = front.getListener("grizzly").getPort();

    for (String path :
        List.of("/labels", "/labels?max-price=30", "/labels/Mouse", "/labels/Moose")) {
      HttpResponse<String> before = get(labels.port(), path);
      HttpResponse<String> after = get(port, path);
      assertThat(after.statusCode()).as(path).isEqualTo(before.statusCode());
      assertThat(after.body()).as(path).isEqualTo(before.body());
    }
  }

  private LabelResourceApi byRest() {
    return LabelResourceRestClient.of(
        RestChannel.to(URI.create("http://127.0.0.1:" + labels.port())));
  }

  private HttpResponse<String> get(int port, String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        BodyHandlers.ofString());
  }

  private long calls(String protocol, String code) {
    return registry
        .find("triglot.calls")
        .tags("operation", "label", "protocol", protocol, "code", code)
        .timers()
        .stream()
        .mapToLong(Timer::count)
        .sum();
  }
}
