package io.triglot.processor.frontend;

import io.triglot.processor.model.CallHints;
import io.triglot.processor.model.IdempotencyKeys;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.MethodTraits;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.ElementFilter;

/** Reads what callers do not see of a method that serves their calls. */
final class TraitsReader {
  private final Symbols symbols;
  private final SignatureReader signatures;
  private final ConstraintReader constraints = new ConstraintReader();

  TraitsReader(Symbols symbols) {
    this.symbols = symbols;
    this.signatures = new SignatureReader(symbols);
  }

  MethodTraits of(OperationMethod method) {
    List<JavaName> groups = method.annotation().types("groups").map(Symbols::javaName).toList();
    return new MethodTraits(
        signatures.of(method),
        isOverloaded(method),
        !groups.isEmpty() || isConstrained(method),
        groups,
        IdempotencyKeys.NONE,
        hints(method.annotation()),
        DownloadRules.isDownload(method.type().getReturnType()),
        SharingReader.of(method.overriding()));
  }

  private static CallHints hints(Annotated annotation) {
    return new CallHints(
        annotation.value("cost").isPresent() ? annotation.number("cost") : CallHints.NONE.cost(),
        annotation.number("maxAgeSeconds"),
        annotation.flag("publicCache", false),
        annotation.flag("etag", false),
        annotation.flag("sparse", false),
        annotation.flag("expand", false),
        annotation.number("retryMillis"),
        annotation.flag("accepted", false));
  }

  private boolean isConstrained(OperationMethod method) {
    return !constraints.ofResult(method).isEmpty()
        || method.parameters().stream()
            .anyMatch(each -> !constraints.ofParameter(method, each).isEmpty());
  }

  /** Whether the name alone does not tell the method. */
  private boolean isOverloaded(OperationMethod method) {
    return symbols.lineage(method.service()).stream()
        .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
        .filter(other -> other.getSimpleName().equals(method.declaration().getSimpleName()))
        .filter(other -> other.getModifiers().contains(Modifier.PUBLIC))
        .filter(other -> !other.getModifiers().contains(Modifier.STATIC))
        .anyMatch(other -> !isSame(method, other));
  }

  private boolean isSame(OperationMethod method, ExecutableElement other) {
    return method.overriding().contains(other);
  }
}
