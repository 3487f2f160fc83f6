package io.triglot.processor.frontend;

import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Protocol;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Judges operations whose result is content of any media type: only REST has it. */
final class DownloadRules {
  private static final Rule NOT_ON_REST = Rule.error("TriglotDownload");
  private static final Rule REST_ONLY = Rule.note("TriglotRestOnly");

  private final Findings findings;

  DownloadRules(Findings findings) {
    this.findings = findings;
  }

  /** Whether a method's result is such content. */
  static boolean isDownload(TypeMirror result) {
    return result instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(Triglot.DOWNLOAD);
  }

  /**
   * The protocols on which an operation with this result is offered; empty if there is none.
   *
   * @param wanted those on which it would be offered
   */
  Optional<Set<Protocol>> protocols(TypeMirror result, Set<Protocol> wanted, Origin operation) {
    if (!isDownload(result)) {
      return Optional.of(wanted);
    }
    if (!wanted.contains(Protocol.REST)) {
      return findings.refuse(
          NOT_ON_REST,
          operation,
          operation + " returns a Download, which is offered on REST only.",
          "Offer the operation on REST, or return byte[].");
    }
    if (wanted.size() > 1) {
      findings.report(
          REST_ONLY,
          operation,
          operation + " returns a Download, which is offered on REST only.",
          "Write protocols = Protocol.REST to say that you know.");
    }
    return Optional.of(Set.of(Protocol.REST));
  }
}
