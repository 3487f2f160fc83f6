package io.triglot.runtime;

import java.util.List;

/** As the processor would write it. */
public final class BoundServiceTest_GreeterContract implements ServiceContract {
  @Override
  public String service() {
    return "Greeter";
  }

  @Override
  public List<OperationDescriptor> operations() {
    return List.of();
  }

  @Override
  public String fragment(String backend) {
    return "";
  }
}
