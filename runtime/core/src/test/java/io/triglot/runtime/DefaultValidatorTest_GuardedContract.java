package io.triglot.runtime;

import java.util.List;

/** As the processor would write it. */
public final class DefaultValidatorTest_GuardedContract implements ServiceContract {
  @Override
  public String service() {
    return "Guarded";
  }

  @Override
  public List<OperationDescriptor> operations() {
    return List.of(
        OperationDescriptor.query("Guarded", "open"),
        OperationDescriptor.mutation("Guarded", "place", "count").method("placeOrder").validated());
  }

  @Override
  public List<OperationDescriptor> batches() {
    return List.of(OperationDescriptor.query("Guarded", "Order.items", "orders").validated());
  }

  @Override
  public String fragment(String backend) {
    return "";
  }
}
