package io.triglot.runtime.validation;

import io.triglot.runtime.BoundOperation;
import io.triglot.runtime.CallContext;
import io.triglot.runtime.FieldViolation;
import io.triglot.runtime.OperationValidator;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.executable.ExecutableValidator;
import jakarta.validation.metadata.MethodDescriptor;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges the calls of an adopted JAX-RS method by what the method is given, since that is what its
 * constraints are about: defaults are filled in, and beans made; and by what it returns, where that
 * is the entity itself. Immutable and thread-safe.
 */
final class ResourceOperation implements OperationValidator {
  private final ExecutableValidator validator;
  private final Method method;
  private final Class<?>[] groups;
  private final List<String> names;
  private final ResultConstraints results;

  ResourceOperation(
      ExecutableValidator validator, BoundOperation operation, MethodDescriptor constraints) {
    this.validator = validator;
    this.method = operation.method();
    this.groups = operation.descriptor().groups().toArray(new Class<?>[0]);
    this.names = Stream.of(method.getParameterAnnotations()).map(ResourceOperation::name).toList();
    this.results = new ResultConstraints(validator, operation, constraints);
  }

  /** What REST calls a parameter; empty where it has no name there. */
  private static String name(Annotation[] annotations) {
    for (Annotation each : annotations) {
      Class<? extends Annotation> type = each.annotationType();
      if (type.getName().matches("(jakarta|javax)\\.ws\\.rs\\.\\w+Param")) {
        try {
          return type.getMethod("value").invoke(each).toString();
        } catch (ReflectiveOperationException withoutName) {
          return "";
        }
      }
    }
    return "";
  }

  @Override
  public List<FieldViolation> arguments(CallContext call, @Nullable Object[] arguments) {
    return List.of(); // what the method is given is known later
  }

  @Override
  public List<FieldViolation> resource(Object resource, @Nullable Object[] arguments) {
    List<ConstraintViolation<Object>> violations =
        validator.validateParameters(resource, method, arguments, groups).stream()
            .sorted(Telling.ORDER)
            .toList();
    return Telling.of(violations, this::path);
  }

  @Override
  public <T extends @Nullable Object> T resourceResult(Object resource, T result) {
    return results.judged(resource, result);
  }

  private String path(ConstraintViolation<?> violation) {
    String name = "";
    StringBuilder path = new StringBuilder();
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.PARAMETER) {
        name = names.get(node.as(Path.ParameterNode.class).getParameterIndex());
      } else if (node.getKind() != ElementKind.METHOD) {
        path.append(path.isEmpty() ? "" : ".").append(node);
      }
    }
    return name.isEmpty()
        ? path.toString()
        : path.insert(0, path.isEmpty() ? "" : ".").insert(0, name).toString();
  }
}
