package io.triglot.processor.frontend;

import io.triglot.processor.frontend.OperationMethod.TypedParameter;
import io.triglot.processor.model.AsyncLibrary;
import io.triglot.processor.model.Constraints;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Parameter.Role;
import io.triglot.processor.model.TypeRef.NamedRef;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/**
 * Reads parameters that stand for several: a record with {@code @BeanParam}, each component of
 * which is a parameter in the contracts.
 */
final class PartsReader {
  private final Symbols symbols;
  private final DocReader docs;
  private final ConstraintReader constraints = new ConstraintReader();
  private final Function<ParameterReader.Read, Optional<Parameter>> reader;
  private final Findings findings;

  /**
   * @param reader reads one part
   */
  PartsReader(
      Symbols symbols,
      DocReader docs,
      Function<ParameterReader.Read, Optional<Parameter>> reader,
      Findings findings) {
    this.symbols = symbols;
    this.docs = docs;
    this.reader = reader;
    this.findings = findings;
  }

  /** Whether a parameter stands for several. */
  boolean areOf(TypedParameter parameter) {
    return JaxRs.find(parameter.element(), "BeanParam").isPresent()
        || type(parameter)
            .filter(type -> type.getQualifiedName().contentEquals(Triglot.PAGE_REQUEST))
            .isPresent();
  }

  /** The parameter with its parts; empty if something was refused. */
  Optional<Parameter> read(TypedParameter parameter, Origin origin) {
    Optional<TypeElement> record =
        type(parameter)
            .filter(type -> type.getKind() == ElementKind.RECORD)
            .filter(type -> type.getTypeParameters().isEmpty())
            .filter(type -> !type.getRecordComponents().isEmpty())
            .filter(TypeCatalog::isPublic);
    if (record.isEmpty()) {
      return findings.refuse(
          OperationRules.PARAMETER_OBJECT,
          origin,
          "The parts of "
              + origin
              + " are not known: "
              + TypeText.of(parameter.type())
              + " is no public record with components.",
          "Make it one, without type parameters, or leave @BeanParam away.");
    }
    DocComment comment = docs.read(record.get());
    List<Parameter> parts =
        record.get().getRecordComponents().stream()
            .flatMap(each -> part(record.get(), each, comment, origin).stream())
            .filter(part -> part.role() == Role.ARGUMENT || part.role() == Role.METADATA)
            .toList();
    return parts.size() == record.get().getRecordComponents().size()
        ? Optional.of(whole(parameter.name(), record.get(), parts, origin))
        : Optional.empty();
  }

  /** Whether no part has the name of another, or of a parameter, in Java; else reports it. */
  boolean areDistinct(List<Parameter> parameters) {
    Set<String> taken = new HashSet<>();
    parameters.forEach(each -> taken.add(each.javaName()));
    List<Parameter> clashing =
        parameters.stream()
            .flatMap(each -> each.parts().stream())
            .filter(part -> !taken.add(part.javaName()))
            .toList();
    clashing.forEach(
        part ->
            findings.report(
                OperationRules.PARAMETER_OBJECT,
                part.origin(),
                part.origin() + " has the name of another parameter of the method.",
                "Rename one of them."));
    return clashing.isEmpty();
  }

  private Optional<Parameter> part(
      TypeElement record, RecordComponentElement component, DocComment comment, Origin whole) {
    String name = component.getSimpleName().toString();
    List<Element> declarations =
        Stream.concat(
                RecordReader.declarations(record, component), constructorParameter(record, name))
            .toList();
    return reader.apply(
        new ParameterReader.Read(
            name,
            component.asType(),
            declarations,
            comment.parameter(name).or(docs.read(component.getAccessor()).summary()),
            constraints.of(component.asType(), declarations),
            symbols.origin(declarations.get(0), whole + "." + name, whole)));
  }

  /** What an annotation for parameters is copied to, and not to the component itself. */
  private static Stream<Element> constructorParameter(TypeElement record, String name) {
    return ElementFilter.constructorsIn(record.getEnclosedElements()).stream()
        .filter(each -> each.getParameters().size() == record.getRecordComponents().size())
        .flatMap(each -> each.getParameters().stream())
        .filter(each -> each.getSimpleName().contentEquals(name))
        .map(Element.class::cast);
  }

  private static Parameter whole(
      String name, TypeElement record, List<Parameter> parts, Origin origin) {
    return new Parameter(
        name,
        name,
        Optional.empty(),
        Role.ARGUMENT,
        Optional.empty(),
        new NamedRef(Symbols.javaName(record), false),
        Constraints.NONE,
        Optional.empty(),
        AsyncLibrary.JDK,
        false,
        OptionalInt.empty(),
        Doc.NONE,
        Optional.empty(),
        parts,
        origin);
  }

  private static Optional<TypeElement> type(TypedParameter parameter) {
    return Symbols.resolved(parameter.type()) instanceof DeclaredType declared
        ? Optional.of((TypeElement) declared.asElement())
        : Optional.empty();
  }
}
