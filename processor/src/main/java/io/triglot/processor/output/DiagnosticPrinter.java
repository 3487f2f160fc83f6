package io.triglot.processor.output;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule.Severity;
import io.triglot.processor.frontend.Place;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;

/** Prints the diagnostics of a round, sorted, and none twice in one compilation. */
public final class DiagnosticPrinter {
  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing((Diagnostic diagnostic) -> diagnostic.origin().name())
          .thenComparing(diagnostic -> diagnostic.rule().id())
          .thenComparing(Diagnostic::problem);

  private final Messager messager;
  private final Set<Diagnostic> printed = new HashSet<>();
  private boolean failed;

  public DiagnosticPrinter(Messager messager) {
    this.messager = messager;
  }

  /**
   * Prints.
   *
   * @return whether there was an error among them
   */
  public boolean print(Collection<Diagnostic> diagnostics) {
    List<Diagnostic> sorted = new ArrayList<>(diagnostics);
    sorted.sort(ORDER);
    sorted.stream()
        .filter(diagnostic -> !Suppression.covers(diagnostic))
        .filter(printed::add)
        .forEach(this::print);
    boolean errors = sorted.stream().anyMatch(each -> each.rule().severity() == Severity.ERROR);
    failed |= errors;
    return errors;
  }

  /** Prints a failure of Triglot itself. */
  public void printInternal(Throwable failure) {
    failed = true;
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    messager.printMessage(
        Kind.ERROR,
        "[TriglotInternal] Triglot "
            + version()
            + " failed. Please report this with the trace below."
            + "\n  (see docs/rules/TriglotInternal.md)\n"
            + trace);
  }

  /** Whether an error was printed in this compilation. */
  public boolean hasFailed() {
    return failed;
  }

  private static String version() {
    String version = DiagnosticPrinter.class.getPackage().getImplementationVersion();
    return version == null ? "(unpackaged)" : version;
  }

  private void print(Diagnostic diagnostic) {
    Kind kind =
        switch (diagnostic.rule().severity()) {
          case ERROR -> Kind.ERROR;
          case WARNING -> Kind.WARNING;
          case NOTE -> Kind.NOTE;
        };
    if (diagnostic.origin().handle() instanceof Place place) {
      print(kind, diagnostic.message(), place.spot());
    } else {
      messager.printMessage(kind, diagnostic.message());
    }
  }

  private void print(Kind kind, String message, Place.Spot spot) {
    if (spot.annotation().isEmpty()) {
      messager.printMessage(kind, message, spot.element());
    } else if (spot.value().isEmpty()) {
      messager.printMessage(kind, message, spot.element(), spot.annotation().get());
    } else {
      messager.printMessage(
          kind, message, spot.element(), spot.annotation().get(), spot.value().get());
    }
  }
}
