package io.triglot.processor.frontend;

import io.triglot.processor.contract.DefinitionText;
import io.triglot.processor.contract.FragmentConstants;
import io.triglot.processor.model.ErrorType;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeReach;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Reads what the compilation that had the sources of a declaration kept of them: an earlier one of
 * this module, or that of a module this one depends on.
 */
final class KeptDefinitions {
  private final Symbols symbols;

  KeptDefinitions(Symbols symbols) {
    this.symbols = symbols;
  }

  /** Whether there is one for a use of a type whose sources are not compiled now. */
  boolean has(JavaName use) {
    return symbols.find(use).map(type -> new TypeUse(type, use, TypeArguments.NONE)).stream()
        .anyMatch(this::has);
  }

  /** Whether there is one for a type whose sources are not compiled now. */
  boolean has(TypeUse use) {
    return text(use.element(), use.name(), DefinitionText.TYPE).isPresent();
  }

  /**
   * The definition of a type; empty where the sources are compiled now, and where nothing was kept.
   *
   * @param named decides about the types that the definition mentions
   */
  Optional<TypeDefinition> type(
      TypeUse use, Path path, Origin origin, TypeRefReader.NamedTypes named) {
    return text(use.element(), use.name(), DefinitionText.TYPE)
        .flatMap(text -> DefinitionText.parse(TypeDefinition.class, text, origin))
        .filter(definition -> definition.javaName().equals(use.name()))
        .filter(definition -> definition.mentioned().allMatch(name -> accept(name, path, named)));
  }

  /**
   * The definition of a service; empty where the sources are compiled now, and where nothing was
   * kept.
   *
   * @param named decides about the types that the definition mentions
   * @param errors takes in the errors that it mentions; those that it refuses are none any more
   */
  Optional<Service> service(
      TypeElement type, TypeRefReader.NamedTypes named, Predicate<JavaName> errors) {
    Origin origin = new Origin(Symbols.shownName(type), Place.of(type));
    Path path = Path.from(origin);
    return text(type, Symbols.javaName(type), DefinitionText.SERVICE)
        .flatMap(text -> DefinitionText.parse(Service.class, text, origin))
        .filter(service -> mentioned(service).allMatch(name -> accept(name, path, named)))
        .map(
            service ->
                service.withOperations(
                    service.operations().stream()
                        .map(each -> each.withErrors(remaining(each, errors)))
                        .toList()));
  }

  /** The definition of an error; empty as those of types are. */
  Optional<ErrorType> error(TypeElement type, Origin origin, TypeRefReader.NamedTypes named) {
    return text(type, Symbols.javaName(type), DefinitionText.ERROR)
        .flatMap(text -> DefinitionText.parse(ErrorType.class, text, origin))
        .filter(
            error ->
                error.properties().stream()
                    .flatMap(property -> TypeReach.mentioned(property.type()))
                    .allMatch(name -> accept(name, Path.from(origin), named)));
  }

  private static List<JavaName> remaining(Operation operation, Predicate<JavaName> errors) {
    return operation.errors().stream().filter(errors).toList();
  }

  private static Stream<JavaName> mentioned(Service service) {
    return Stream.concat(
        service.references().flatMap(TypeReach::mentioned),
        service.batchFields().stream().map(field -> field.parent()));
  }

  private Optional<String> text(TypeElement type, JavaName name, String suffix) {
    return symbols.isSource(type)
        ? Optional.empty()
        : symbols.find(name.generated(suffix)).flatMap(KeptDefinitions::text);
  }

  private static Optional<String> text(TypeElement holder) {
    Map<String, String> constants = new HashMap<>();
    for (VariableElement field : ElementFilter.fieldsIn(holder.getEnclosedElements())) {
      if (field.getConstantValue() instanceof String text) {
        constants.put(field.getSimpleName().toString(), text);
      }
    }
    return FragmentConstants.text(constants, "definition");
  }

  private boolean accept(JavaName name, Path path, TypeRefReader.NamedTypes named) {
    return symbols
        .find(name)
        .flatMap(type -> use(type, name))
        .flatMap(use -> named.accept(use, path))
        .isPresent();
  }

  /**
   * What stands for the variables of a generic class is in what was kept of its use, or in the
   * arguments' names.
   */
  private Optional<TypeUse> use(TypeElement type, JavaName name) {
    TypeUse plain = new TypeUse(type, name, TypeArguments.NONE);
    if (name.arguments().isEmpty() || has(plain)) {
      return Optional.of(plain);
    }
    List<TypeMirror> arguments =
        name.arguments().stream().flatMap(each -> argument(each).stream()).toList();
    return arguments.size() == name.arguments().size()
        ? Optional.of(
            new TypeUse(
                type,
                name,
                TypeArguments.of(
                    symbols.types().getDeclaredType(type, arguments.toArray(TypeMirror[]::new)),
                    TypeArguments.NONE)))
        : Optional.empty();
  }

  /** What can be said of a type argument without annotations. */
  private Optional<TypeMirror> argument(TypeRef argument) {
    if (argument.nullable()) {
      return Optional.empty();
    }
    if (argument instanceof NamedRef named && named.name().arguments().isEmpty()) {
      return symbols.find(named.name()).map(TypeElement::asType);
    }
    return argument instanceof ScalarRef scalar
        ? Optional.ofNullable(symbols.elements().getTypeElement(scalar.scalar().javaClass()))
            .map(TypeElement::asType)
        : Optional.empty();
  }
}
