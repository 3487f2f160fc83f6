package io.triglot.processor.frontend;

import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Refuses uses of types that no contract can have. */
final class TypeRefusals {
  private final Findings findings;

  TypeRefusals(Findings findings) {
    this.findings = findings;
  }

  /** How a type was come to, for a message about it. */
  static String reached(Path path) {
    return " (reached by " + path + ")";
  }

  /** A generic class without its type arguments. */
  <T> Optional<T> raw(DeclaredType type, Path path) {
    return findings.refuse(
        TypeRules.RAW_TYPE,
        path.origin(),
        TypeText.of(type) + " is used without type arguments" + reached(path) + ".",
        "Write what it holds, such as " + TypeText.of(type) + "<String>.");
  }

  /** An optional, or a patch, in a collection or in another optional. */
  <T> Optional<T> innerOptional(TypeMirror type, Path path) {
    return findings.refuse(
        TypeRules.UNSUPPORTED_TYPE,
        path.origin(),
        TypeText.of(type) + " stands inside of another type" + reached(path) + ".",
        "Leave the " + simpleName(type) + " away there.");
  }

  private static String simpleName(TypeMirror type) {
    return type instanceof DeclaredType declared
        ? declared.asElement().getSimpleName().toString()
        : "Optional";
  }

  /** A map whose keys are no keys. */
  <T> Optional<T> mapKey(DeclaredType map, Path path) {
    return findings.refuse(
        TypeRules.MAP_KEY,
        path.origin(),
        TypeText.of(map)
            + " has keys that cannot be written as text everywhere"
            + reached(path)
            + ".",
        "Use Map<String, " + TypeText.of(map.getTypeArguments().get(1)) + "> instead.");
  }

  /** Content of any media type, where nobody can send it. */
  <T> Optional<T> upload(Path path) {
    return findings.refuse(
        UploadRules.PLACE,
        path.origin(),
        "An Upload is no parameter of an operation" + reached(path) + ".",
        "Take it as a parameter; for a property use byte[], for a result a Download.");
  }

  /** Any other type that has no form. */
  <T> Optional<T> unsupported(TypeMirror type, Path path) {
    return switch (type.getKind()) {
      case TYPEVAR, WILDCARD ->
          findings.refuse(
              TypeRules.GENERIC_TYPE,
              path.origin(),
              TypeText.of(type) + " does not say which type it is" + reached(path) + ".",
              "Name one type instead"
                  + bound(type)
                  + ", or let it travel as any JSON by @ApiField(as = JSON).");
      case ARRAY ->
          findings.refuse(
              TypeRules.UNSUPPORTED_TYPE,
              path.origin(),
              "Arrays such as " + TypeText.of(type) + " have no mapping" + reached(path) + ".",
              "Use List instead.");
      default ->
          findings.refuse(
              TypeRules.UNSUPPORTED_TYPE,
              path.origin(),
              TypeText.of(type) + " has no mapping" + reached(path) + ".",
              "Use one of the types of the mapping guide.");
    };
  }

  /** What a wildcard could be replaced by. */
  private static String bound(TypeMirror type) {
    return type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null
        ? ", such as " + TypeText.of(wildcard.getExtendsBound())
        : "";
  }
}
