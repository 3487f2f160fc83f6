package io.triglot.runtime.validation;

import io.triglot.runtime.BoundOperation;
import io.triglot.runtime.CallValidator;
import io.triglot.runtime.FieldValidator;
import io.triglot.runtime.OperationValidator;
import jakarta.validation.Configuration;
import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorContext;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.bootstrap.GenericBootstrap;
import jakarta.validation.metadata.MethodDescriptor;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Validates calls by Jakarta Validation: the constraints on the parameters and results of the
 * user's methods, on what {@code @Valid} leads to from there, and on what these override.
 *
 * <p>A violation by a caller is INVALID_ARGUMENT with the path of the value as the caller knows it;
 * one by a result is a bug of the server. What comes later may have constraints too, in all types
 * that methods may return for it: {@code CompletionStage<@Valid Order>}, {@code Flux<@NotBlank
 * String>}.
 *
 * <p>Immutable and thread-safe.
 *
 * @see <a href="https://jakarta.ee/specifications/bean-validation/3.1/">Jakarta Validation 3.1</a>
 */
public final class BeanValidator implements CallValidator {
  private final Validator validator;

  private BeanValidator(ValidatorFactory factory) {
    ValidatorContext context = factory.usingContext();
    Later.extractors().forEach(context::addValueExtractor);
    validator = context.getValidator();
  }

  /** A validator of the application's own making, whose settings count. */
  public static BeanValidator of(ValidatorFactory factory) {
    return new BeanValidator(factory);
  }

  /**
   * The validator that the provider on the class path makes, with its settings and those of {@code
   * META-INF/validation.xml}. Its messages are in English, like all that callers are told of their
   * requests.
   *
   * @return empty where there is no provider
   * @throws IllegalStateException when the provider cannot make one
   */
  public static Optional<CallValidator> provided() {
    try {
      return Optional.of(of(factory(Validation.byDefaultProvider())));
    } catch (NoProviderFoundException absent) {
      return Optional.empty();
    } catch (ValidationException refusal) {
      throw new IllegalStateException(
          "The provider of Jakarta Validation does not start: " + reason(refusal), refusal);
    }
  }

  private static ValidatorFactory factory(GenericBootstrap bootstrap) {
    Configuration<?> configuration = bootstrap.configure();
    return configuration
        .messageInterpolator(
            new FixedLocale(configuration.getDefaultMessageInterpolator(), Locale.ENGLISH))
        .buildValidatorFactory();
  }

  private static @Nullable String reason(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure.getMessage() : failure.getMessage() + ": " + cause.getMessage();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException when the constraints of the service contradict the specification
   */
  @Override
  public OperationValidator bind(BoundOperation operation) {
    boolean adopted = operation.descriptor().adopted();
    Class<?> type =
        adopted ? operation.method().getDeclaringClass() : operation.instance().getClass();
    try {
      MethodDescriptor constraints =
          validator
              .getConstraintsForClass(type)
              .getConstraintsForMethod(
                  operation.method().getName(), operation.method().getParameterTypes());
      if (constraints == null) {
        return OperationValidator.NONE;
      }
      return adopted
          ? new ResourceOperation(validator.forExecutables(), operation, constraints)
          : new ConstrainedOperation(validator.forExecutables(), operation, constraints);
    } catch (ConstraintDeclarationException wrong) {
      throw new IllegalStateException(
          "The constraints of "
              + operation.descriptor().id()
              + " cannot be checked: "
              + reason(wrong),
          wrong);
    }
  }

  @Override
  public FieldValidator bindField(BoundOperation field) {
    return new ConstrainedField(validator.forExecutables(), field);
  }
}
