package io.triglot.runtime;

import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a {@link CallException} of anything that a call can throw.
 *
 * <p>Declared errors (exceptions with {@code @ApiError}, or a superclass of them) become what their
 * generated describer says. Everything else is a bug until it is declared: it is logged whole under
 * a new incident id, and the caller learns that id and nothing more.
 */
final class FailureMapper {
  private static final Logger log = LoggerFactory.getLogger(FailureMapper.class);

  private final ClassValue<Optional<ErrorDescriber<Throwable>>> describers =
      new ClassValue<>() {
        @Override
        protected Optional<ErrorDescriber<Throwable>> computeValue(Class<?> type) {
          return find(type);
        }
      };

  CallException exception(String place, Throwable error) {
    if (error instanceof CallException known) {
      return known;
    }
    return describers
        .get(error.getClass())
        .map(describer -> new CallException(describer.describe(error), error))
        .orElseGet(() -> incident(place, error));
  }

  private static CallException incident(String place, Throwable error) {
    if (error instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    String incident = UUID.randomUUID().toString();
    log.error("{} failed, incident {}", place, incident, error);
    return new CallException(Failure.internal(incident), error);
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
