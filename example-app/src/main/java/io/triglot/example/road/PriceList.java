package io.triglot.example.road;

import io.grpc.Channel;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.triglot.example.catalog.ProductServiceGrpcClient;
import io.triglot.example.catalog.ProductServiceRestClient;
import io.triglot.runtime.parity.ParityCheck;
import io.triglot.runtime.parity.ParityObserver;
import io.triglot.runtime.rest.RestChannel;
import java.math.BigDecimal;
import java.net.URI;
import java.util.stream.Collectors;

/** Prints what the shop sells, asking it on REST, on gRPC, or on both. */
public final class PriceList {
  private final Catalog catalog;

  /** The prices of a catalog, wherever that is. */
  public PriceList(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Where callers are before the first step. */
  public static Catalog onRest(URI shop) {
    return ProductServiceRestClient.of(RestChannel.to(shop))::products;
  }

  /** Where they are going: another client with the same methods. */
  public static Catalog onGrpc(Channel shop) {
    return ProductServiceGrpcClient.of(shop)::products;
  }

  /** The step between: REST answers, gRPC is asked the same, and what differs is reported. */
  public static Catalog onBoth(URI rest, Channel grpc, ParityObserver reports) {
    return ParityCheck.of(Catalog.class, onRest(rest), onGrpc(grpc))
        .safe("products")
        .share(1) // of a few calls all, of many a hundredth
        .observer(reports)
        .build();
  }

  /** The products up to a price, one on each line. */
  public String upTo(BigDecimal price) {
    return catalog.products(null, price).stream()
        .map(product -> product.price() + " " + product.name())
        .collect(Collectors.joining("\n"));
  }

  /** Asks a shop on its usual ports, again and again: by {@code rest}, {@code grpc} or both. */
  public static void main(String... way) throws InterruptedException {
    URI rest = URI.create("http://localhost:8080");
    Channel grpc =
        Grpc.newChannelBuilder("localhost:9090", InsecureChannelCredentials.create()).build();
    Catalog catalog =
        switch (way.length == 0 ? "both" : way[0]) {
          case "rest" -> onRest(rest);
          case "grpc" -> onGrpc(grpc);
          default -> onBoth(rest, grpc, report -> System.out.println(report.verdict()));
        };
    while (!Thread.interrupted()) {
      System.out.println(new PriceList(catalog).upTo(new BigDecimal("1000")));
      Thread.sleep(5_000);
    }
  }
}
