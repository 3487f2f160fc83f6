package io.triglot.processor.frontend;

import io.triglot.processor.model.AsyncLibrary;
import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Parameter.Role;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.Container;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads methods with {@code @ApiBatch}. */
final class BatchReader {
  private final Symbols symbols;
  private final DocReader docs;
  private final ParameterReader parameters;
  private final TypeRefReader types;
  private final AccessReader access;
  private final TraitsReader traits;
  private final Findings findings;

  BatchReader(
      Symbols symbols,
      DocReader docs,
      ParameterReader parameters,
      TypeRefReader types,
      AccessReader access,
      Findings findings) {
    this.symbols = symbols;
    this.docs = docs;
    this.parameters = parameters;
    this.types = types;
    this.access = access;
    this.traits = new TraitsReader(symbols);
    this.findings = findings;
  }

  /** The batched field; empty if something about it was refused. */
  Optional<BatchField> read(OperationMethod method) {
    DocComment comment = docs.read(method.declaration());
    Optional<List<Parameter>> read = parameters.read(method, comment);
    if (read.isEmpty()) {
      findings.reportIncomplete(method.origin());
      return Optional.empty();
    }
    List<Parameter> arguments =
        read.get().stream().filter(each -> each.role() == Role.ARGUMENT).toList();
    boolean streams =
        read.get().stream()
            .anyMatch(each -> each.role() == Role.STREAM || each.role() == Role.METADATA);
    boolean uploads =
        read.get().stream()
            .flatMap(Parameter::told)
            .anyMatch(each -> Operation.isUpload(each.type()));
    if (streams
        || uploads
        || arguments.isEmpty()
        || !(arguments.get(0).type() instanceof ListRef parents)
        || !(parents.element() instanceof NamedRef parent)
        || !isObject(parent)) {
      return refuse(method, "does not take a collection of parents first");
    }
    return readValue(method, parents)
        .map(
            value ->
                new BatchField(
                    name(method),
                    method.name(),
                    parent.name(),
                    read.get(),
                    value.keyed(),
                    value.form(),
                    value.type(),
                    access.read(
                        method.accessDeclarations(symbols.lineage(method.service())),
                        method.origin()),
                    traits.of(method),
                    comment.summary(),
                    docs.deprecation(method.declaration()),
                    method.origin()));
  }

  private record Value(boolean keyed, ResultForm form, TypeRef type) {}

  private Optional<Value> readValue(OperationMethod method, ListRef parents) {
    TypeMirror returned = Symbols.resolved(method.type().getReturnType());
    ResultForm form =
        ResultReader.library(returned) == AsyncLibrary.JDK
            ? ResultReader.form(returned)
            : ResultForm.VALUE;
    TypeMirror type = form == ResultForm.STAGE ? argument(returned, 0).orElse(returned) : returned;
    Path path = Path.from(method.origin());
    if (isType(type, "java.util.Map") && argument(type, 1).isPresent()) {
      return isParent(argument(type, 0).orElseThrow(), parents)
          ? types
              .readElement(argument(type, 1).orElseThrow(), path)
              .map(value -> new Value(true, form, value))
          : refuse(method, "returns a map whose keys are not its parents");
    }
    if (isType(type, "java.util.List") && argument(type, 0).isPresent()) {
      return parents.container() == Container.LIST
          ? types
              .readElement(argument(type, 0).orElseThrow(), path)
              .map(value -> new Value(false, form, value))
          : refuse(method, "returns a list, but its parents have no order");
    }
    return refuse(method, "returns neither a map from parent to value nor a list");
  }

  private boolean isObject(NamedRef type) {
    return symbols
        .find(type.name())
        .filter(each -> each.getKind() != ElementKind.ENUM)
        .filter(each -> !Hierarchy.isRoot(symbols, each))
        .isPresent();
  }

  private static boolean isParent(TypeMirror key, ListRef parents) {
    return parents.element() instanceof NamedRef parent && isType(key, parent.name().canonical());
  }

  private static boolean isType(TypeMirror type, String name) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name);
  }

  private static Optional<TypeMirror> argument(TypeMirror type, int index) {
    List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
    return index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
  }

  private static String name(OperationMethod method) {
    String written = method.annotation().text("name");
    return written.isEmpty() ? method.name() : written;
  }

  private <T> Optional<T> refuse(OperationMethod method, String problem) {
    return findings.refuse(
        OperationRules.BATCH_SHAPE,
        method.origin(),
        "The batch method " + method.origin() + " " + problem + ".",
        "Write it as Map<Parent, Value> "
            + method.name()
            + "(Set<Parent> parents), or as"
            + " List<Value> "
            + method.name()
            + "(List<Parent> parents); the arguments of the field come after the parents.");
  }
}
