package io.triglot.processor.frontend;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.model.ApiModel;
import java.util.List;

/**
 * What was read in one round.
 *
 * @param model all that is well-formed
 * @param diagnostics what was refused
 * @param deferred what mentions types that do not exist yet: to be read again in the next round
 */
public record Reading(ApiModel model, List<Diagnostic> diagnostics, Roots deferred) {
  /** Takes a copy. */
  public Reading {
    diagnostics = List.copyOf(diagnostics);
  }
}
