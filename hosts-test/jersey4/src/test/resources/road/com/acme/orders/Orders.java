package com.acme.orders;

import java.util.List;

/** What a caller of the application wants of it. */
public interface Orders {
  Order order(String id);

  List<Order> orders(String customer, int pageSize);
}
