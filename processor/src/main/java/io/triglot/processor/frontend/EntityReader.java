package io.triglot.processor.frontend;

import io.triglot.processor.model.EntityKey;
import io.triglot.processor.model.EntityMethod;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Parameter.Role;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.Container;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Reads methods with {@code @ApiEntity}. */
final class EntityReader {
  private final Symbols symbols;
  private final DocReader docs;
  private final ParameterReader parameters;
  private final TypeRefReader types;
  private final AccessReader access;
  private final TraitsReader traits;
  private final Findings findings;

  EntityReader(
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

  /** The method; empty if something about it was refused. */
  Optional<EntityMethod> read(OperationMethod method) {
    Optional<List<Parameter>> read = parameters.read(method, docs.read(method.declaration()));
    if (read.isEmpty()) {
      findings.reportIncomplete(method.origin());
      return Optional.empty();
    }
    List<Parameter> others =
        read.get().stream().filter(each -> each.role() != Role.CONTEXT).toList();
    if (others.size() != 1
        || others.get(0).role() != Role.ARGUMENT
        || others.get(0).isWhole()
        || !(others.get(0).type() instanceof ListRef keys)
        || !(keys.element() instanceof NamedRef || keys.element() instanceof ScalarRef)) {
      return refuse(method, "does not take a collection of keys, and nothing else");
    }
    return result(method, keys)
        .map(
            result ->
                new EntityMethod(
                    method.name(),
                    result.entity().name(),
                    key(method),
                    read.get(),
                    result.keyed(),
                    result.form(),
                    access.read(
                        method.accessDeclarations(symbols.lineage(method.service())),
                        method.origin()),
                    traits.of(method),
                    docs.read(method.declaration()).summary(),
                    method.origin()));
  }

  private record Result(boolean keyed, ResultForm form, NamedRef entity) {}

  private Optional<Result> result(OperationMethod method, ListRef keys) {
    Optional<ManyResult> returned = ManyResult.of(method);
    if (returned.isEmpty()) {
      return refuse(method, "returns neither a map from key to object nor a list");
    }
    ManyResult many = returned.get();
    if (many.key().filter(key -> !isKey(key, keys.element(), method)).isPresent()) {
      return refuse(method, "returns a map whose keys are not those that it takes");
    }
    if (!many.keyed() && keys.container() != Container.LIST) {
      return refuse(method, "returns a list, but its keys have no order");
    }
    Optional<TypeRef> read = types.readElement(many.value(), Path.from(method.origin()));
    if (read.isEmpty()) {
      findings.reportIncomplete(method.origin());
      return Optional.empty();
    }
    return read.get() instanceof NamedRef entity && Hierarchy.isObject(symbols, entity)
        ? Optional.of(new Result(many.keyed(), many.form(), entity))
        : refuse(method, "finds no objects of a record or class");
  }

  private boolean isKey(TypeMirror key, TypeRef taken, OperationMethod method) {
    return types
        .readElement(key, Path.from(method.origin()))
        .filter(read -> isSame(read, taken))
        .isPresent();
  }

  private static boolean isSame(TypeRef one, TypeRef other) {
    if (one instanceof ScalarRef first && other instanceof ScalarRef second) {
      return first.scalar() == second.scalar();
    }
    return one instanceof NamedRef first
        && other instanceof NamedRef second
        && first.name().equals(second.name());
  }

  private static Optional<EntityKey> key(OperationMethod method) {
    String written = method.annotation().text("key");
    return written.isBlank() ? Optional.empty() : Optional.of(EntityKey.of(written));
  }

  private <T> Optional<T> refuse(OperationMethod method, String problem) {
    return findings.refuse(
        OperationRules.ENTITY_SHAPE,
        method.origin(),
        "The entity method " + method.origin() + " " + problem + ".",
        "Write it as Map<Key, Entity> "
            + method.name()
            + "(Set<Key> keys), or as List<@Nullable Entity> "
            + method.name()
            + "(List<Key> keys).");
  }
}
