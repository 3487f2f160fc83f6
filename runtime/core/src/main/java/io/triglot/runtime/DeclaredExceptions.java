package io.triglot.runtime;

import java.util.List;
import java.util.Optional;

/**
 * The exceptions that an operation declares, as a client throws them: the reverse of {@link
 * DeclaredErrors}. Immutable and thread-safe.
 *
 * @param describers of those exceptions
 */
public record DeclaredExceptions(List<ErrorDescriber<?>> describers) {
  /** Takes a copy. */
  public DeclaredExceptions {
    describers = List.copyOf(describers);
  }

  /**
   * The declared exception that a server described so.
   *
   * @param received what to throw if there is none, which the exception has as suppressed
   */
  public Throwable restored(Failure failure, Throwable received) {
    for (ErrorDescriber<?> describer : describers) {
      try {
        Optional<? extends Throwable> restored = describer.restore(failure);
        if (restored.isPresent()) {
          restored.get().addSuppressed(received);
          return restored.get();
        }
      } catch (IllegalArgumentException unlike) {
        received.addSuppressed(unlike); // of that name, but with other details than ours
      }
    }
    return received;
  }
}
