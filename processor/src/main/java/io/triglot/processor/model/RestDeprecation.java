package io.triglot.processor.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That an operation should no longer be called by REST.
 *
 * @param since the day since which, or from which on
 * @param sunset the day from which on it may not answer any more
 * @param link the address of a page that tells of it
 */
public record RestDeprecation(
    Optional<LocalDate> since, Optional<LocalDate> sunset, Optional<String> link) {

  /** The same in words. */
  public String inWords() {
    return "**Deprecated on REST"
        + since.map(day -> " since " + day).orElse("")
        + ".**"
        + sunset.map(day -> " It may not answer any more from " + day + " on.").orElse("")
        + link.map(page -> " See " + page + ".").orElse("");
  }

  /** Whether there is anything for headers to tell. */
  public boolean isDated() {
    return since.isPresent() || sunset.isPresent() || link.isPresent();
  }
}
