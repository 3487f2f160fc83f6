package io.triglot.processor.frontend;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.Origin;
import java.util.ArrayList;
import java.util.Collection;
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

  /**
   * Runs a reader whose refusals are not the user's mistakes.
   *
   * @return what it refused, of which nothing is kept
   */
  List<Diagnostic> captured(Runnable reader) {
    int before = diagnostics.size();
    int incompleteBefore = incomplete.size();
    reader.run();
    List<Diagnostic> captured = List.copyOf(diagnostics.subList(before, diagnostics.size()));
    diagnostics.subList(before, diagnostics.size()).clear();
    incomplete.subList(incompleteBefore, incomplete.size()).clear();
    return captured;
  }

  /** Takes back what was reported. */
  void withdraw(Collection<Diagnostic> withdrawn) {
    diagnostics.removeAll(withdrawn);
    incomplete.removeAll(withdrawn.stream().map(Diagnostic::origin).toList());
  }

  List<Diagnostic> all() {
    return List.copyOf(diagnostics);
  }

  List<Origin> incomplete() {
    return List.copyOf(incomplete);
  }
}
