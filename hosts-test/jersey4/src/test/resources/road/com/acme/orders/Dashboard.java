package com.acme.orders;

import io.grpc.Channel;
import java.net.URI;

/** A caller. */
public class Dashboard {
  private final Orders orders;

  public Dashboard(URI server, Channel channel, String token) {
    orders = new RestOrders(server, token);
  }

  /** An order in one line. */
  public String line(String id) {
    try {
      Order order = orders.order(id);
      return order.getQuantity() + " " + order.getArticle() + " " + order.getTotal();
    } catch (OrderNotFound e) {
      return e.getMessage();
    }
  }

  /** How much a customer has ordered. */
  public int count(String customer) {
    return orders.orders(customer, 100).size();
  }
}
