package io.triglot.processor.frontend;

import io.triglot.processor.model.AsyncLibrary;
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
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
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
    TypeMirror returned = Symbols.resolved(method.type().getReturnType());
    ResultForm form =
        ResultReader.library(returned) == AsyncLibrary.JDK
            ? ResultReader.form(returned)
            : ResultForm.VALUE;
    TypeMirror type = form == ResultForm.STAGE ? argument(returned, 0).orElse(returned) : returned;
    boolean keyed = isType(type, "java.util.Map");
    Optional<TypeMirror> value = argument(type, keyed ? 1 : 0);
    if (value.isEmpty() || !keyed && !isType(type, "java.util.List")) {
      return refuse(method, "returns neither a map from key to object nor a list");
    }
    if (keyed && !isKey(argument(type, 0).orElseThrow(), keys.element(), method)) {
      return refuse(method, "returns a map whose keys are not those that it takes");
    }
    if (!keyed && keys.container() != Container.LIST) {
      return refuse(method, "returns a list, but its keys have no order");
    }
    Optional<TypeRef> read = types.readElement(value.get(), Path.from(method.origin()));
    if (read.isEmpty()) {
      findings.reportIncomplete(method.origin());
      return Optional.empty();
    }
    return read.get() instanceof NamedRef entity && isObject(entity)
        ? Optional.of(new Result(keyed, form, entity))
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

  private boolean isObject(NamedRef type) {
    return symbols
        .find(type.name())
        .filter(each -> each.getKind() != ElementKind.ENUM)
        .filter(each -> !Hierarchy.isRoot(symbols, each))
        .isPresent();
  }

  private static boolean isType(TypeMirror type, String name) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name);
  }

  private static Optional<TypeMirror> argument(TypeMirror type, int index) {
    return type instanceof DeclaredType declared && index < declared.getTypeArguments().size()
        ? Optional.of(declared.getTypeArguments().get(index))
        : Optional.empty();
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
