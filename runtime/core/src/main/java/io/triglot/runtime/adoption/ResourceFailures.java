package io.triglot.runtime.adoption;

import io.triglot.runtime.Failure;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What exceptions of JAX-RS resources mean, in the order of Jakarta REST 3.1, section 4.4: a {@code
 * WebApplicationException} with an entity is its own response, then the application's mappers have
 * a say, then a {@code WebApplicationException} without one. After them, violations of Jakarta
 * Validation.
 */
public final class ResourceFailures {
  private final ExceptionMappers mappers;

  /** Asks these mappers. */
  public ResourceFailures(ExceptionMappers mappers) {
    this.mappers = mappers;
  }

  /** What it means; empty where nothing says, and where what says it fails itself. */
  public Optional<Failure> failure(Throwable error) {
    try {
      return read(error);
    } catch (RuntimeException e) {
      error.addSuppressed(e);
      return Optional.empty();
    }
  }

  private Optional<Failure> read(Throwable error) {
    ResourceResponse own = own(error);
    if (own == null || own.entity() == null) {
      Object mapped = mappers.response(error);
      if (mapped != null) {
        return Optional.of(ResourceResponse.of(mapped).failure());
      }
    }
    return own == null ? Violations.failure(error) : Optional.of(own.failure());
  }

  private static @Nullable ResourceResponse own(Throwable error) {
    if (error instanceof WebApplicationException exception) {
      return ResourceResponse.of(exception.getResponse());
    }
    return JavaxApi.PRESENT ? JavaxApi.ofException(error) : null;
  }
}
