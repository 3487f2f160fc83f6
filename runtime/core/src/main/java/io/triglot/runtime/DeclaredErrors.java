package io.triglot.runtime;

import java.util.Optional;

/** What exceptions say about themselves to callers. Immutable and thread-safe. */
public final class DeclaredErrors {
  private static final ClassValue<Optional<ErrorDescriber<Throwable>>> DESCRIBERS =
      new ClassValue<>() {
        @Override
        protected Optional<ErrorDescriber<Throwable>> computeValue(Class<?> type) {
          return find(type);
        }
      };

  private DeclaredErrors() {}

  /**
   * What the caller is to be told of an exception that is declared: one with {@code @ApiError}, or
   * whose superclass has it, or a {@link CallException}. Empty for all others, which are bugs.
   */
  public static Optional<Failure> failure(Throwable error) {
    return error instanceof CallException known
        ? Optional.of(known.failure())
        : DESCRIBERS.get(error.getClass()).map(describer -> describer.describe(error));
  }

  /** Whether exceptions of this class are declared. */
  public static boolean isDeclared(Class<?> type) {
    return DESCRIBERS.get(type).isPresent();
  }

  /** The describer of the class or of its nearest superclass that has one. */
  private static Optional<ErrorDescriber<Throwable>> find(Class<?> type) {
    for (Class<?> candidate = type;
        candidate != null && candidate != Throwable.class;
        candidate = candidate.getSuperclass()) {
      Optional<Class<?>> generated = GeneratedClasses.find(candidate, "Describer");
      if (generated.isPresent()) {
        @SuppressWarnings("unchecked") // the processor wrote it for this very class
        ErrorDescriber<Throwable> describer =
            (ErrorDescriber<Throwable>) GeneratedClasses.instantiate(generated.get());
        return Optional.of(describer);
      }
    }
    return Optional.empty();
  }
}
