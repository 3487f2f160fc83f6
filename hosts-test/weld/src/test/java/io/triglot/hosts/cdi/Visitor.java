package io.triglot.hosts.cdi;

import jakarta.enterprise.context.RequestScoped;

/** Who visits in this request. */
@RequestScoped
public class Visitor {
  private String name = "nobody";

  void is(String visitor) {
    name = visitor;
  }

  String name() {
    return name;
  }
}
