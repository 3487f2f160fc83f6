package io.triglot.benchmarks.grpc;

import com.google.protobuf.Timestamp;
import io.triglot.benchmarks.grpc.Order.Address;
import io.triglot.benchmarks.grpc.Order.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** From record to protoc's messages and back, as a hand-written service does it. */
final class Mapping {
  private Mapping() {}

  static io.triglot.benchmarks.grpc.proto.Stock toMessage(Stock stock) {
    return io.triglot.benchmarks.grpc.proto.Stock.newBuilder()
        .setProductId(stock.productId())
        .setQuantity(stock.quantity())
        .setAvailable(stock.available())
        .setVersion(stock.version())
        .build();
  }

  static Stock toRecord(io.triglot.benchmarks.grpc.proto.Stock stock) {
    return new Stock(
        stock.getProductId(), stock.getQuantity(), stock.getAvailable(), stock.getVersion());
  }

  static io.triglot.benchmarks.grpc.proto.Order toMessage(Order order) {
    io.triglot.benchmarks.grpc.proto.Order.Builder builder =
        io.triglot.benchmarks.grpc.proto.Order.newBuilder()
            .setId(order.id())
            .setCustomer(order.customer())
            .setNumber(order.number())
            .setStatus(
                switch (order.status()) {
                  case PENDING -> io.triglot.benchmarks.grpc.proto.Status.STATUS_PENDING;
                  case SHIPPED -> io.triglot.benchmarks.grpc.proto.Status.STATUS_SHIPPED;
                })
            .setTotal(order.total())
            .setCreatedAt(
                Timestamp.newBuilder()
                    .setSeconds(order.createdAt().getEpochSecond())
                    .setNanos(order.createdAt().getNano()))
            .setAddress(
                io.triglot.benchmarks.grpc.proto.Address.newBuilder()
                    .setStreet(order.address().street())
                    .setCity(order.address().city())
                    .setCountry(order.address().country()))
            .putAllAttributes(order.attributes())
            .addAllCodes(order.codes());
    if (order.note() != null) {
      builder.setNote(order.note());
    }
    for (Item item : order.items()) {
      builder.addItems(
          io.triglot.benchmarks.grpc.proto.Item.newBuilder()
              .setProductId(item.productId())
              .setName(item.name())
              .setQuantity(item.quantity())
              .setPrice(item.price())
              .setRemark(item.remark()));
    }
    return builder.build();
  }

  static Order toRecord(io.triglot.benchmarks.grpc.proto.Order order) {
    List<Item> items = new ArrayList<>(order.getItemsCount());
    for (io.triglot.benchmarks.grpc.proto.Item item : order.getItemsList()) {
      items.add(
          new Item(
              item.getProductId(),
              item.getName(),
              item.getQuantity(),
              item.getPrice(),
              item.getRemark()));
    }
    return new Order(
        order.getId(),
        order.getCustomer(),
        order.getNumber(),
        switch (order.getStatus()) {
          case STATUS_PENDING -> Order.Status.PENDING;
          case STATUS_SHIPPED -> Order.Status.SHIPPED;
          default -> throw new IllegalArgumentException("status");
        },
        order.getTotal(),
        Instant.ofEpochSecond(order.getCreatedAt().getSeconds(), order.getCreatedAt().getNanos()),
        order.hasNote() ? order.getNote() : null,
        new Address(
            order.getAddress().getStreet(),
            order.getAddress().getCity(),
            order.getAddress().getCountry()),
        items,
        order.getAttributesMap(),
        order.getCodesList());
  }
}
