package io.triglot.runtime;

import io.triglot.runtime.validation.BeanValidator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The validator of an API for which the application sets none. */
final class DefaultValidator {
  private static final Logger log = LoggerFactory.getLogger(DefaultValidator.class);

  private DefaultValidator() {}

  /**
   * The provider of Jakarta Validation on the class path, if an operation has constraints. Where
   * there is no provider, the log lists what is not checked.
   */
  static CallValidator of(List<BoundService> services) {
    List<String> constrained =
        services.stream()
            .map(BoundService::contract)
            .flatMap(each -> Stream.concat(each.operations().stream(), each.batches().stream()))
            .filter(OperationDescriptor::constrained)
            .map(OperationDescriptor::id)
            .toList();
    if (constrained.isEmpty()) {
      return CallValidator.none();
    }
    return provided(String.join(", ", constrained));
  }

  /**
   * The provider on the class path.
   *
   * @param constrained what is not checked where there is none
   */
  private static CallValidator provided(String constrained) {
    Optional<CallValidator> provided = isApiPresent() ? BeanValidator.provided() : Optional.empty();
    if (provided.isEmpty()) {
      log.warn(
          "Nobody checks the constraints of {}: there is no provider of Jakarta Validation on the"
              + " class path. Add one, such as org.hibernate.validator:hibernate-validator, or set a"
              + " validator; CallValidator.none() if nobody is to check them",
          constrained);
    }
    return provided.orElseGet(CallValidator::none);
  }

  /** The validator of fields, for which the provider is looked up with the first of them. */
  static CallValidator ofFields() {
    return new CallValidator() {
      @Override
      public OperationValidator bind(BoundOperation operation) {
        return OperationValidator.NONE;
      }

      @Override
      public FieldValidator bindField(BoundOperation field) {
        return provided(field.descriptor().id()).bindField(field);
      }
    };
  }

  private static boolean isApiPresent() {
    try {
      Class.forName(
          "jakarta.validation.Validation", false, DefaultValidator.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }
}
