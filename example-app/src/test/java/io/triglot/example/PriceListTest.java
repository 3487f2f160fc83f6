package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.triglot.example.road.Catalog;
import io.triglot.example.road.PriceList;
import io.triglot.runtime.parity.Comparison;
import io.triglot.runtime.parity.Verdict;
import java.math.BigDecimal;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A caller of the shop gets the same on each step of its way from REST to gRPC. */
@Timeout(120)
class PriceListTest {
  private static final String UP_TO_THIRTY = "29.99 Mouse";

  @RegisterExtension final RunningShop shop = new RunningShop();

  private URI rest;
  private ManagedChannel grpc;

  @BeforeEach
  void connect() {
    rest = URI.create("http://127.0.0.1:" + shop.shop().port());
    grpc =
        Grpc.newChannelBuilder(
                "127.0.0.1:" + shop.shop().grpcPort(), InsecureChannelCredentials.create())
            .build();
  }

  @AfterEach
  void disconnect() {
    grpc.shutdownNow();
  }

  @Test
  void hasTheSamePricesOnEachStep() throws Exception {
    BlockingQueue<Comparison> reports = new LinkedBlockingQueue<>();

    assertThat(upToThirty(PriceList.onRest(rest))).isEqualTo(UP_TO_THIRTY);
    assertThat(upToThirty(PriceList.onBoth(rest, grpc, reports::add))).isEqualTo(UP_TO_THIRTY);
    assertThat(reports.poll(60, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.SAME);
    assertThat(upToThirty(PriceList.onGrpc(grpc))).isEqualTo(UP_TO_THIRTY);
  }

  private static String upToThirty(Catalog catalog) {
    return new PriceList(catalog).upTo(new BigDecimal("30"));
  }
}
