package io.triglot.hosts.spring;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/** Who visits in this request. */
@Component
@RequestScope
public class Visitor implements DisposableBean {
  static final AtomicInteger LEFT = new AtomicInteger();

  private String name = "nobody";
  private int visits;

  public void is(String visitor) {
    name = visitor;
    visits++;
  }

  public String entry() {
    return name + " " + visits;
  }

  @Override
  public void destroy() {
    LEFT.incrementAndGet();
  }
}
