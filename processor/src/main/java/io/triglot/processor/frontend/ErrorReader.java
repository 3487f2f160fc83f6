package io.triglot.processor.frontend;

import io.triglot.processor.model.ErrorType;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import io.triglot.processor.model.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Reads exceptions with {@code @ApiError}. */
final class ErrorReader {
  private static final Set<String> INHERITED =
      Set.of(
          "getMessage",
          "getLocalizedMessage",
          "getCause",
          "getStackTrace",
          "getSuppressed",
          "fillInStackTrace",
          "toString",
          "hashCode",
          "getClass");
  private final Symbols symbols;
  private final DocReader docs;
  private final TypeRefReader types;
  private final KeptDefinitions kept;
  private final TypeRefReader.NamedTypes named;
  private final Findings findings;

  ErrorReader(
      Symbols symbols,
      DocReader docs,
      TypeRefReader types,
      TypeRefReader.NamedTypes named,
      Findings findings) {
    this.kept = new KeptDefinitions(symbols);
    this.named = named;
    this.symbols = symbols;
    this.docs = docs;
    this.types = types;
    this.findings = findings;
  }

  /**
   * The error; empty if it was refused.
   *
   * @param fallback where to point if the exception comes from a class file
   */
  Optional<ErrorType> read(TypeElement type, Origin fallback) {
    String name = Symbols.shownName(type);
    Origin origin = symbols.origin(type, name, fallback);
    return kept.error(type, origin, named).or(() -> read(type, name, origin));
  }

  private Optional<ErrorType> read(TypeElement type, String name, Origin origin) {
    if (!isThrowable(type) || !TypeCatalog.isPublic(type)) {
      return findings.refuse(
          OperationRules.ERROR_TYPE,
          origin,
          name + " has @ApiError but is not a public exception.",
          "Put @ApiError on public subclasses of Exception or RuntimeException.");
    }
    Annotated annotation = Annotated.find(type, Triglot.ERROR).orElseThrow();
    List<ErrorType.Property> properties = new ArrayList<>();
    for (Map.Entry<String, ExecutableElement> accessor : accessors(type).entrySet()) {
      readProperty(type, accessor.getKey(), accessor.getValue(), origin).ifPresent(properties::add);
    }
    String code = annotation.constants("value").stream().findFirst().orElse("UNKNOWN");
    String reason = annotation.text("reason");
    Optional<List<ErrorType.Argument>> constructor =
        ErrorConstructor.of(type, properties, symbols.types());
    boolean thrown = !type.getModifiers().contains(Modifier.ABSTRACT);
    if (constructor.isEmpty() && thrown && symbols.hasPosition(type)) {
      reportConstructor(name, origin);
    }
    return Optional.of(
        new ErrorType(
            Symbols.javaName(type),
            code,
            reason.isEmpty() ? reason(type) : reason,
            properties,
            constructor,
            docs.read(type).text(),
            docs.deprecation(type),
            origin));
  }

  private void reportConstructor(String name, Origin origin) {
    findings.report(
        OperationRules.ERROR_CONSTRUCTOR,
        origin,
        "Generated clients cannot make a "
            + name
            + " out of what they are told: they throw what their protocol has for any failure.",
        "Give it a public constructor that takes details by their names and types, a String"
            + " message, a cause, or nothing.");
  }

  private Optional<ErrorType.Property> readProperty(
      TypeElement type, String name, ExecutableElement accessor, Origin error) {
    Origin origin = symbols.origin(accessor, error.name() + "." + accessor.getSimpleName(), error);
    if (AccessReader.isAnnotated(accessor)) {
      return findings.refuse(
          OperationRules.ERROR_PROPERTY,
          origin,
          "Whoever gets the error gets " + origin + ", whatever roles they have.",
          "Make it not public, and leave the annotation away.");
    }
    return types
        .read(accessor.getReturnType(), List.of(accessor), Path.from(origin))
        .filter(read -> checkProperty(read, origin))
        .map(
            read ->
                new ErrorType.Property(
                    name,
                    accessor.getSimpleName().toString(),
                    read,
                    docs.ofAny(declarations(type, name, accessor)),
                    docs.deprecation(accessor)));
  }

  /** The accessor, and what may have the description in its place. */
  private static List<Element> declarations(
      TypeElement type, String name, ExecutableElement accessor) {
    Stream<Element> fields =
        ElementFilter.fieldsIn(type.getEnclosedElements()).stream().map(each -> each);
    Stream<Element> parameters =
        ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .flatMap(constructor -> constructor.getParameters().stream());
    return Stream.concat(
            Stream.of(accessor),
            Stream.concat(fields, parameters)
                .filter(each -> each.getSimpleName().contentEquals(name)))
        .toList();
  }

  private boolean checkProperty(TypeRef type, Origin origin) {
    if (isDetail(type)) {
      return true;
    }
    findings.report(
        OperationRules.ERROR_PROPERTY,
        origin,
        origin + " is of a type that cannot be told on all protocols as a detail of an error.",
        "Return a string, a number, a boolean, an enum, a time, or a list or map of these.");
    return false;
  }

  private boolean isDetail(TypeRef use) {
    TypeRef type = use.carrier();
    if (type instanceof ScalarRef scalar) {
      return scalar.scalar() != Scalar.BYTES;
    }
    if (type instanceof ListRef list) {
      return isDetail(list.element());
    }
    if (type instanceof MapRef map) {
      return isDetail(map.value());
    }
    if (type instanceof OptionalRef optional) {
      return isDetail(optional.value());
    }
    return type instanceof NamedRef named
        && symbols
            .find(named.name())
            .filter(each -> each.getKind() == ElementKind.ENUM)
            .isPresent();
  }

  /** What the exception and its superclasses, up to those of the JDK, declare to be read. */
  private Map<String, ExecutableElement> accessors(TypeElement type) {
    List<TypeElement> classes =
        new ArrayList<>(
            symbols.lineage(type).stream()
                .filter(each -> each.getKind().isClass())
                .filter(each -> !each.getQualifiedName().toString().startsWith("java."))
                .toList());
    Collections.reverse(classes);
    Map<String, ExecutableElement> accessors = new LinkedHashMap<>();
    for (TypeElement each : classes) {
      for (ExecutableElement method : ElementFilter.methodsIn(each.getEnclosedElements())) {
        if (isAccessor(method)) {
          accessors.put(propertyName(method), method);
        }
      }
    }
    return accessors;
  }

  private static boolean isAccessor(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.PUBLIC)
        && !method.getModifiers().contains(Modifier.STATIC)
        && method.getParameters().isEmpty()
        && method.getReturnType().getKind() != TypeKind.VOID
        && !INHERITED.contains(method.getSimpleName().toString());
  }

  private static String propertyName(ExecutableElement accessor) {
    String name = accessor.getSimpleName().toString();
    String property = name.replaceFirst("^(?:get|is)(?=\\p{Lu})", "");
    return property.substring(0, 1).toLowerCase(Locale.ROOT) + property.substring(1);
  }

  private boolean isThrowable(TypeElement type) {
    return symbols.lineage(type).stream()
        .anyMatch(each -> each.getQualifiedName().contentEquals("java.lang.Throwable"));
  }

  private static String reason(TypeElement type) {
    return Words.upperSnake(
        type.getSimpleName().toString().replaceFirst("(?<=.)(?:Exception|Error)$", ""));
  }
}
