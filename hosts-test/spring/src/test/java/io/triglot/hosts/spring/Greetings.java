package io.triglot.hosts.spring;

import io.triglot.ApiOperation;
import io.triglot.runtime.OperationKind;
import jakarta.annotation.security.PermitAll;
import java.util.concurrent.CountDownLatch;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/** Greets; it is a bean, and knows when it is gone. */
@Service
@PermitAll
public class Greetings implements DisposableBean {
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

  @Override
  public void destroy() {
    gone = true;
  }
}
