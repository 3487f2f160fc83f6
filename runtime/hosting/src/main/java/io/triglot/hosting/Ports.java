package io.triglot.hosting;

import io.triglot.runtime.CallSlots;
import io.triglot.runtime.OpenCalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The ports of one server: they start, are looked after, and end together. Not thread-safe. */
final class Ports {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final List<Port> started = new ArrayList<>();
  private final Housekeeping housekeeping = new Housekeeping();

  boolean areStarted() {
    return !started.isEmpty();
  }

  /**
   * Starts them in this order, and looks after them each second.
   *
   * @throws java.io.UncheckedIOException when one cannot be had; none listens then
   */
  void start(List<Port> ports) {
    try {
      for (Port port : ports) {
        port.start();
        started.add(port);
      }
    } catch (RuntimeException failure) {
      started.forEach(Port::stop);
      housekeeping.close();
      throw failure;
    }
    started.forEach(port -> lookAlso(port::look));
  }

  /** Does something else each second. */
  void lookAlso(Runnable task) {
    housekeeping.every(SECOND, task);
  }

  /** Ends them in order, in about this time at most. */
  void stop(OpenCalls calls, CallSlots slots, Duration time) {
    Drain.begin(calls, slots, List.copyOf(started)).finish(time);
    housekeeping.close();
  }
}
