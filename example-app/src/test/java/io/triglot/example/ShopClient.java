package io.triglot.example;

import io.triglot.example.catalog.Product;
import io.triglot.example.orders.Order;
import io.triglot.example.orders.OrderStatus;
import java.math.BigDecimal;
import java.util.List;

/**
 * The shop as its clients see it, whatever the protocol. A call that the shop refuses throws {@link
 * CallFailure}.
 */
interface ShopClient extends AutoCloseable {
  List<Product> products(BigDecimal minPrice, BigDecimal maxPrice);

  Product product(String id);

  Product restock(String productId, int quantity);

  List<Order> orders();

  Order createOrder(String productId, int quantity);

  Order updateOrderStatus(String orderId, OrderStatus status);

  EventStream orderEvents();

  @Override
  void close();
}
