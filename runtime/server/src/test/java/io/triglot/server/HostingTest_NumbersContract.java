package io.triglot.server;

import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.ServiceContract;
import java.util.List;

/** Found by its name, beside {@link HostingTest.Numbers}. */
public final class HostingTest_NumbersContract implements ServiceContract {
  @Override
  public String service() {
    return "Numbers";
  }

  @Override
  public List<OperationDescriptor> operations() {
    return List.of();
  }

  @Override
  public String fragment(String backend) {
    return backend.equals("rest") ? HostingTest.describing("number") : "";
  }
}
