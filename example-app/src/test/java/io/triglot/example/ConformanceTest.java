package io.triglot.example;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.triglot.conformance.Conformance;
import io.triglot.conformance.Faults;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every operation of the shop refuses and fails alike on every protocol. */
class ConformanceTest {
  private final Faults faults = new Faults();

  @RegisterExtension final RunningShop shop = new RunningShop(server -> server.interceptor(faults));

  private ManagedChannel channel;

  @BeforeEach
  void connect() {
    channel =
        Grpc.newChannelBuilderForAddress(
                "127.0.0.1", shop.shop().grpcPort(), InsecureChannelCredentials.create())
            .build();
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  @TestFactory
  Stream<DynamicNode> everyProtocolAnswersAlike() {
    return Conformance.of(shop.shop().api(), faults)
        .http(URI.create("http://127.0.0.1:" + shop.shop().port() + "/"))
        .grpc(channel)
        .caller(bearer("alice", "customer"), "customer")
        .caller(bearer("root", "admin"), "admin")
        .caller(bearer("shop", "shop"), "shop")
        .example("ProductService.product", "{\"id\": \"1\"}")
        .example("OrderService.createOrder", "{\"input\": {\"productId\": \"2\", \"quantity\": 1}}")
        .tests();
  }

  private static Map<String, String> bearer(String subject, String role) {
    return Map.of("authorization", "Bearer " + RunningShop.token(subject, role));
  }
}
