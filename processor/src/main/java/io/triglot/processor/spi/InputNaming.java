package io.triglot.processor.spi;

import io.triglot.processor.model.Field;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.UnionType;

/**
 * What callers of a protocol call the values that they send, as the paths of errors name them.
 * Empty text stands for what has no name there.
 */
public interface InputNaming {
  /** Has the names of the model. */
  InputNaming COMMON = new InputNaming() {};

  /** The name of an argument of an operation. */
  default String argument(Service service, Operation operation, Parameter argument) {
    return argument.name();
  }

  /** The name of a field of an object. */
  default String field(Field field) {
    return field.name();
  }

  /** The name that stands between a union and its member. */
  default String member(UnionType.Member member) {
    return "";
  }
}
