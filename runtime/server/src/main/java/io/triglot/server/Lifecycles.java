package io.triglot.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.util.component.LifeCycle;

/** Starts and stops Jetty's components without their checked exceptions. */
final class Lifecycles {
  private Lifecycles() {}

  /** Throws {@link UncheckedIOException} where an address cannot be had. */
  static void start(LifeCycle component) {
    try {
      component.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static void stop(LifeCycle component) {
    try {
      component.stop();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
