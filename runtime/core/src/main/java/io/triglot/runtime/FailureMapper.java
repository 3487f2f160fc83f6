package io.triglot.runtime;

import io.triglot.runtime.adoption.ExceptionMappers;
import io.triglot.runtime.adoption.ResourceFailures;
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

  private final ResourceFailures resources;

  FailureMapper() {
    this(ExceptionMappers.NONE);
  }

  /**
   * @param mappers what resources of JAX-RS have their failures mapped by
   */
  FailureMapper(ExceptionMappers mappers) {
    resources = new ResourceFailures(mappers);
  }

  /** What leaves when a call fails: as JAX-RS would answer it, where that has the method. */
  CallException exception(OperationDescriptor operation, Throwable error) {
    if (!operation.adopted()
        || error instanceof CallException
        || DeclaredErrors.failure(error).isPresent()) {
      return exception(operation.id(), error);
    }
    return resources
        .failure(error)
        .map(failure -> new CallException(failure, error))
        .orElseGet(() -> exception(operation.id(), error));
  }

  CallException exception(String place, Throwable error) {
    if (error instanceof CallException known) {
      return known;
    }
    return DeclaredErrors.failure(error)
        .map(failure -> new CallException(failure, error))
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
}
