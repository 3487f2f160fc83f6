package io.triglot.runtime;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What judges the calls of each operation of an API. Immutable and thread-safe. */
@FunctionalInterface
interface Validation {
  CallValidator ACCEPTING = operation -> OperationValidator.NONE;

  /** Nothing is judged. */
  Validation NONE = operation -> OperationValidator.NONE;

  /** What judges the calls of an operation. */
  OperationValidator of(OperationDescriptor operation);

  /** Binds a validator to all operations and batched fields of these services. */
  static Validation of(CallValidator validator, List<BoundService> services) {
    if (validator == ACCEPTING) {
      return NONE;
    }
    // By the very descriptors with which generated code calls.
    Map<OperationDescriptor, OperationValidator> validators = new IdentityHashMap<>();
    for (BoundService service : services) {
      for (BoundOperation operation : service.operations()) {
        OperationValidator bound = validator.bind(operation);
        if (bound != OperationValidator.NONE) {
          validators.put(operation.descriptor(), bound);
        }
      }
    }
    return validators.isEmpty()
        ? NONE
        : operation -> validators.getOrDefault(operation, OperationValidator.NONE);
  }
}
