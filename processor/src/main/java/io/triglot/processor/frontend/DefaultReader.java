package io.triglot.processor.frontend;

import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.TypeRef;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/** Reads what {@code @DefaultValue} says of a parameter or property. */
final class DefaultReader {
  private final Findings findings;

  DefaultReader(Findings findings) {
    this.findings = findings;
  }

  /** The text of the default; empty where there is none, and where it was refused. */
  Optional<String> read(
      List<? extends Element> declarations, TypeRef type, TypeMirror java, Origin origin) {
    return declarations.stream()
        .flatMap(each -> JaxRs.find(each, "DefaultValue").stream())
        .findFirst()
        .flatMap(found -> checked(found, type, java, origin));
  }

  /** The same of a parameter, whose streamed values cannot have one. */
  Optional<String> read(
      List<? extends Element> declarations,
      TypeRef type,
      TypeMirror java,
      Parameter.Role role,
      Origin origin) {
    return role == Parameter.Role.STREAM
        ? Optional.empty()
        : read(declarations, type, java, origin);
  }

  private Optional<String> checked(Annotated found, TypeRef type, TypeMirror java, Origin origin) {
    String text = found.text("value");
    Origin place = new Origin(origin.name(), found.place("value"));
    if (!ParameterTypes.isSingle(type) || TypeRef.isPatch(type)) {
      return findings.refuse(
          TypeRules.DEFAULT_VALUE,
          place,
          origin
              + " has a default value, which only a single value can have, not a "
              + TypeText.of(java)
              + ".",
          "Leave @DefaultValue away, and let the method do what is to be done without a value.");
    }
    return ParameterTypes.isExactly(type, java, text)
        ? Optional.of(text)
        : findings.refuse(
            TypeRules.DEFAULT_VALUE,
            place,
            "The default value \"" + text + "\" of " + origin + " is no " + TypeText.of(java) + ".",
            "Correct @DefaultValue.");
  }
}
