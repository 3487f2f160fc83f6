package io.triglot.runtime;

import io.triglot.runtime.CallObserver.Observation;
import io.triglot.runtime.CallObserver.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the observers of an API see of one call or document. They are told of its beginning in their
 * order, of all else in reverse, so that the first is the outermost.
 */
final class Observations implements Observation {
  private static final Logger log = LoggerFactory.getLogger(Observations.class);

  private static final Observations NONE = new Observations(List.of());

  private final List<Observation> begun;
  private final AtomicBoolean ended = new AtomicBoolean();

  private Observations(List<Observation> begun) {
    this.begun = begun;
  }

  static Observations begin(
      List<CallObserver> observers, Function<CallObserver, Observation> beginning) {
    if (observers.isEmpty()) {
      return NONE;
    }
    List<Observation> begun = new ArrayList<>(observers.size());
    for (CallObserver observer : observers) {
      try {
        begun.add(0, beginning.apply(observer));
      } catch (RuntimeException bug) {
        log.error("An observer failed at the beginning of a call", bug);
      }
    }
    return new Observations(begun);
  }

  /** Only the first time counts. */
  @Override
  public void end(@Nullable Failure failure) {
    if (ended.compareAndSet(false, true)) {
      tell(observation -> observation.end(failure));
    }
  }

  @Override
  public void identified(Caller caller) {
    tell(observation -> observation.identified(caller));
  }

  @Override
  public void answered(@Nullable Object response) {
    tell(observation -> observation.answered(response));
  }

  @Override
  public Map<String, String> traceHeaders() {
    Map<String, String> headers = new LinkedHashMap<>();
    tell(observation -> headers.putAll(observation.traceHeaders()));
    return headers;
  }

  @Override
  public Scope enter() {
    Scope all = Scope.NONE;
    for (int i = begun.size() - 1; i >= 0; i--) {
      all = within(all, begun.get(i));
    }
    return all;
  }

  /** A scope inside another one; only the other one if the observer fails. */
  private static Scope within(Scope outer, Observation observation) {
    try {
      Scope inner = observation.enter();
      return inner == Scope.NONE ? outer : () -> close(inner, outer);
    } catch (RuntimeException bug) {
      log.error("An observer failed during a call", bug);
      return outer;
    }
  }

  private static void close(Scope inner, Scope outer) {
    try {
      inner.close();
    } catch (RuntimeException bug) {
      log.error("An observer failed during a call", bug);
    }
    outer.close();
  }

  private void tell(Consumer<Observation> event) {
    for (Observation observation : begun) {
      try {
        event.accept(observation);
      } catch (RuntimeException bug) {
        log.error("An observer failed during a call", bug);
      }
    }
  }
}
