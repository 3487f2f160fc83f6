package io.triglot.processor.javagen;

import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.EntityMethod;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Words;
import java.util.Collection;

/** The names that generated classes agree on, and names for what only one of them knows. */
public final class Names {
  private Names() {}

  /** The constant for a name, {@code UPDATE_ORDER_STATUS} for {@code updateOrderStatus}. */
  public static String constant(String name) {
    return Words.upperSnake(name);
  }

  /** The constant in {@code <Service>Contract} that describes the operation. */
  public static String constant(Operation operation) {
    return constant(operation.name());
  }

  /** The constant in {@code <Service>Contract} that describes the batched field. */
  public static String constant(BatchField field) {
    return "BATCH_" + constant(field.parent().simpleName()) + "_" + constant(field.name());
  }

  /** The constant in {@code <Service>Contract} that describes the method that finds entities. */
  public static String constant(EntityMethod method) {
    return "ENTITY_" + constant(method.methodName());
  }

  /**
   * A name for a local variable or parameter of generated code: the wanted one, with underscores
   * after it as long as the user's own names contain it.
   */
  public static String unused(String wanted, Collection<String> taken) {
    String name = wanted;
    while (taken.contains(name)) {
      name += "_";
    }
    return name;
  }
}
