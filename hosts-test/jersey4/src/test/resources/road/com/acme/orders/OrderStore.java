package com.acme.orders;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** Stands in for the database. */
public final class OrderStore {
  private final Map<String, Order> orders = new ConcurrentSkipListMap<>();

  public OrderStore() {
    add("alice", "Milk", 2);
    add("bob", "Eggs", 12);
    add("alice", "Tea", 1);
  }

  synchronized Order add(String customer, String article, int quantity) {
    Order order = new Order();
    order.setId(String.valueOf(orders.size() + 1));
    order.setCustomer(customer);
    order.setArticle(article);
    order.setQuantity(quantity);
    order.setTotal(new BigDecimal("1.50").multiply(BigDecimal.valueOf(quantity)));
    order.setPlaced(LocalDate.of(2026, 1, 31));
    orders.put(order.getId(), order);
    return order;
  }

  Order find(String id) {
    Order order = orders.get(id);
    if (order == null) {
      throw new OrderNotFound(id);
    }
    return order;
  }

  List<Order> find(String customer, int limit) {
    return orders.values().stream()
        .filter(order -> customer == null || customer.equals(order.getCustomer()))
        .limit(limit)
        .collect(Collectors.toList());
  }

  boolean remove(String id) {
    return orders.remove(id) != null;
  }
}
