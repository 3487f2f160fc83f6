package io.triglot.hosts.cdi;

import io.triglot.ApiOperation;
import io.triglot.runtime.OperationKind;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;

/** Greets; it is a bean with a proxy, and says so when it is gone. */
@ApplicationScoped
@PermitAll
public class Greetings {
  private final CountDownLatch waiting = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);
  private volatile boolean gone;

  /** A greeting. */
  @ApiOperation(kind = OperationKind.QUERY)
  public String greet(String name) {
    return "Hello, " + name;
  }

  /** A greeting that takes its time. */
  @ApiOperation(kind = OperationKind.QUERY)
  public String greetSlowly(String name) throws InterruptedException {
    waiting.countDown();
    go.await();
    return gone ? "Gone" : greet(name);
  }

  /** Returns when somebody waits for a slow greeting. */
  void awaitCaller() throws InterruptedException {
    waiting.await();
  }

  void go() {
    go.countDown();
  }

  @PreDestroy
  void end() {
    gone = true;
  }
}
