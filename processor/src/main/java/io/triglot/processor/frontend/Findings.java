package io.triglot.processor.frontend;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what the readers of one round refuse. */
final class Findings {
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<Origin> incomplete = new ArrayList<>();

  void report(Rule rule, Origin origin, String problem, String remedy) {
    diagnostics.add(rule.at(origin, problem, remedy));
  }

  /** Reports, and gives the empty result of what was refused. */
  <T> Optional<T> refuse(Rule rule, Origin origin, String problem, String remedy) {
    report(rule, origin, problem, remedy);
    return Optional.empty();
  }

  /** Notes that something lacks a part which was refused elsewhere. */
  void reportIncomplete(Origin origin) {
    incomplete.add(origin);
  }

  /**
   * Runs a reader. If it leaves because of an unresolved type, what it found is forgotten: it will
   * be read again.
   *
   * @return false if it left
   */
  boolean attempt(Runnable reader) {
    int before = diagnostics.size();
    try {
      reader.run();
      return true;
    } catch (UnresolvedTypeException unresolved) {
      diagnostics.subList(before, diagnostics.size()).clear();
      return false;
    }
  }

  List<Diagnostic> all() {
    return List.copyOf(diagnostics);
  }

  List<Origin> incomplete() {
    return List.copyOf(incomplete);
  }
}
