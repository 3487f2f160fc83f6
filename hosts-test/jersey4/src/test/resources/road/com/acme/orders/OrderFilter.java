package com.acme.orders;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** Which orders, and how many of them. */
public class OrderFilter {
  @QueryParam("customer")
  private String customer;

  @QueryParam("page-size")
  @DefaultValue("20")
  private int pageSize;

  String customer() {
    return customer;
  }

  int pageSize() {
    return pageSize;
  }
}
