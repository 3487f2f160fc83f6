package io.triglot.processor.frontend;

import io.triglot.processor.model.ApiVersion;
import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.Origin;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * Reads which version of a service a class is. Its package says the same, since its types are those
 * of that version, and the protobuf package is made of it.
 */
final class ServiceVersionReader {
  private static final String MEMBER = "version";

  private final Symbols symbols;
  private final Findings findings;

  ServiceVersionReader(Symbols symbols, Findings findings) {
    this.symbols = symbols;
    this.findings = findings;
  }

  /** The version; empty where none is said, or after a diagnostic. */
  Optional<String> read(TypeElement type, Optional<Annotated> annotation) {
    return annotation
        .filter(found -> !found.text(MEMBER).isEmpty())
        .filter(found -> isSound(type, found))
        .map(found -> found.text(MEMBER));
  }

  private boolean isSound(TypeElement type, Annotated annotation) {
    String version = annotation.text(MEMBER);
    Origin origin = new Origin(Symbols.shownName(type), annotation.place(MEMBER));
    if (!ApiVersion.is(version)) {
      findings.report(
          OperationRules.SERVICE_VERSION,
          origin,
          "\"" + version + "\", the version of " + origin + ", is none.",
          "Write v1, v2, or v2beta1.");
      return false;
    }
    String home = symbols.elements().getPackageOf(type).getQualifiedName().toString();
    String contract =
        NameReader.of(type, symbols).flatMap(ExactNames::protobufPackage).orElse(home);
    String last = contract.substring(contract.lastIndexOf('.') + 1);
    if (last.equals(version) || version.equals("v1") && !ApiVersion.is(last)) {
      return true;
    }
    String unversioned =
        ApiVersion.is(last) ? contract.substring(0, contract.length() - last.length()) : home + ".";
    findings.report(
        OperationRules.SERVICE_VERSION,
        origin,
        origin
            + " is version "
            + version
            + " of a service, but its package "
            + contract
            + " does not end so.",
        "Put it, and the types of that version, into " + unversioned + version + ".");
    return false;
  }
}
