package io.triglot.runtime;

import io.triglot.runtime.CallObserver.Observation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the observers of an API see of one call. They are told of its end in reverse order. */
final class Observations {
  private static final Logger log = LoggerFactory.getLogger(Observations.class);

  private static final Observations NONE = new Observations(List.of());

  private final List<Observation> begun;
  private final AtomicBoolean ended = new AtomicBoolean();

  private Observations(List<Observation> begun) {
    this.begun = begun;
  }

  static Observations begin(
      List<CallObserver> observers, OperationDescriptor operation, CallRequest request) {
    if (observers.isEmpty()) {
      return NONE;
    }
    List<Observation> begun = new ArrayList<>(observers.size());
    for (CallObserver observer : observers) {
      try {
        begun.add(observer.begin(operation, request));
      } catch (RuntimeException bug) {
        log.error("An observer failed at the beginning of {}", operation.id(), bug);
      }
    }
    Collections.reverse(begun);
    return new Observations(begun);
  }

  /** The call has ended; only the first time counts. */
  void end(@Nullable Failure failure) {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    for (Observation observation : begun) {
      try {
        observation.end(failure);
      } catch (RuntimeException bug) {
        log.error("An observer failed at the end of a call", bug);
      }
    }
  }
}
