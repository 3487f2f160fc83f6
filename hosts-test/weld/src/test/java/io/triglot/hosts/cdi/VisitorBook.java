package io.triglot.hosts.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;

/** Knows the visitor of the request that it is called in. */
@ApplicationScoped
public class VisitorBook {
  private final Semaphore left = new Semaphore(0);
  @Inject Visitor visitor;

  String entry() {
    return visitor.name();
  }

  void left() {
    left.release();
  }

  /** Returns when one more instance of the resource has ended. */
  void awaitLeaving() throws InterruptedException {
    left.acquire();
  }
}
