package io.triglot.processor.frontend;

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
        || !Hierarchy.isObject(symbols, parent)) {
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
    Optional<ManyResult> result = ManyResult.of(method);
    if (result.isEmpty()) {
      return refuse(method, "returns neither a map from parent to value nor a list");
    }
    ManyResult many = result.get();
    if (many.key().filter(key -> !isParent(key, parents)).isPresent()) {
      return refuse(method, "returns a map whose keys are not its parents");
    }
    if (!many.keyed() && parents.container() != Container.LIST) {
      return refuse(method, "returns a list, but its parents have no order");
    }
    return types
        .readElement(many.value(), Path.from(method.origin()))
        .map(value -> new Value(many.keyed(), many.form(), value));
  }

  private static boolean isParent(TypeMirror key, ListRef parents) {
    return parents.element() instanceof NamedRef parent
        && ManyResult.isType(key, parent.name().canonical());
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
