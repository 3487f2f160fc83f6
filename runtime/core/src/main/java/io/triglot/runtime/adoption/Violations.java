package io.triglot.runtime.adoption;

import io.triglot.runtime.Failure;
import io.triglot.runtime.FieldViolation;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads a {@code ConstraintViolationException} that a resource or its container throws, of either
 * name of Jakarta Validation, which need not be there.
 */
final class Violations {
  private static final String EXCEPTION = "validation.ConstraintViolationException";

  private Violations() {}

  static Optional<Failure> failure(Throwable error) {
    for (Class<?> type = error.getClass(); type != null; type = type.getSuperclass()) {
      String name = type.getName();
      if (name.equals("jakarta." + EXCEPTION) || name.equals("javax." + EXCEPTION)) {
        return Optional.of(violations(type, error)).filter(v -> !v.isEmpty()).map(Failure::invalid);
      }
    }
    return Optional.empty();
  }

  private static List<FieldViolation> violations(Class<?> type, Throwable error) {
    try {
      Class<?> violation =
          Class.forName(
              type.getPackageName() + ".ConstraintViolation", false, type.getClassLoader());
      List<FieldViolation> violations = new ArrayList<>();
      Object all = type.getMethod("getConstraintViolations").invoke(error);
      for (Object each : all instanceof Collection<?> set ? set : List.of()) {
        violations.add(
            new FieldViolation(
                path(Objects.toString(violation.getMethod("getPropertyPath").invoke(each))),
                Objects.toString(violation.getMethod("getMessage").invoke(each))));
      }
      violations.sort(Comparator.comparing(FieldViolation::field));
      return violations;
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of a method's parameter, the part after the method's name. */
  private static String path(String path) {
    return path.substring(path.indexOf('.') + 1);
  }
}
