package io.triglot.processor.spi;

import java.util.Optional;

/** The options given to the processor by {@code -Atriglot.<name>=<value>}. */
@FunctionalInterface
public interface Options {
  /** The value of an option, by its name without {@code triglot.}; empty where it is not given. */
  Optional<String> get(String name);
}
