package io.triglot.processor.frontend;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.ServiceOutline;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was read in one round.
 *
 * @param model all that is well-formed
 * @param outlines how the services look in Java, those with errors too
 * @param diagnostics what was refused
 * @param incomplete what lacks something that was refused elsewhere
 * @param deferred what mentions types that do not exist yet: to be read again in the next round
 */
public record Reading(
    ApiModel model,
    List<ServiceOutline> outlines,
    List<Diagnostic> diagnostics,
    List<Origin> incomplete,
    Roots deferred) {
  /** Takes copies. */
  public Reading {
    outlines = List.copyOf(outlines);
    diagnostics = List.copyOf(diagnostics);
    incomplete = List.copyOf(incomplete);
  }

  /**
   * The part of the model that neither what was refused nor these diagnostics touch.
   *
   * @param found what was found in the model
   */
  public ApiModel sound(Collection<Diagnostic> found) {
    return new SoundPart(
            model,
            outlines.stream()
                .collect(Collectors.toMap(ServiceOutline::javaName, ServiceOutline::lineage)),
            Stream.of(SoundPart.errors(diagnostics), incomplete.stream(), SoundPart.errors(found))
                .flatMap(each -> each)
                .toList())
        .model();
  }
}
