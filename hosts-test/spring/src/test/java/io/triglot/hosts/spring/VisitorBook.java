package io.triglot.hosts.spring;

import org.springframework.stereotype.Component;

/** Knows the visitor of the request that it is called in. */
@Component
public class VisitorBook {
  private final Visitor visitor;

  public VisitorBook(Visitor visitor) {
    this.visitor = visitor;
  }

  String entry() {
    return visitor.entry();
  }
}
