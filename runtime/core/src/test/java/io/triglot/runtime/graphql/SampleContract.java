package io.triglot.runtime.graphql;

import io.triglot.runtime.Access;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.ServiceContract;
import java.time.Duration;
import java.util.List;

/** What {@link Sample} offers. */
public final class SampleContract implements ServiceContract {
  static final OperationDescriptor GREETING =
      OperationDescriptor.query("Sample", "greeting", "name").privatelyCached(Duration.ofHours(1));
  static final OperationDescriptor CALLER =
      OperationDescriptor.query("Sample", "caller").access(Access.authenticated());
  static final OperationDescriptor ADD = OperationDescriptor.mutation("Sample", "add", "amount");
  static final OperationDescriptor PARENTS =
      OperationDescriptor.query("Sample", "parents", "count");
  static final OperationDescriptor PEOPLE =
      OperationDescriptor.query("Sample", "people", "first").publiclyCached(Duration.ofMinutes(1));
  static final OperationDescriptor SLOW = OperationDescriptor.query("Sample", "slow").cost(1_000);
  static final OperationDescriptor LABELS =
      OperationDescriptor.query("Sample", "Parent.label", "parents");
  static final OperationDescriptor NUMBER =
      OperationDescriptor.query("Sample", "number", "integer", "decimal");
  static final OperationDescriptor DEPTH = OperationDescriptor.query("Sample", "depth", "tree");
  static final OperationDescriptor COUNT =
      OperationDescriptor.subscription("Sample", "count", "to");

  @Override
  public String service() {
    return "Sample";
  }

  @Override
  public List<OperationDescriptor> operations() {
    return List.of(ADD, CALLER, COUNT, DEPTH, GREETING, NUMBER, PARENTS, PEOPLE, SLOW);
  }

  @Override
  public String fragment(String backend) {
    return "";
  }
}
