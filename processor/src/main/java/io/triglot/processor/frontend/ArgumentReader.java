package io.triglot.processor.frontend;

import io.triglot.processor.frontend.OperationMethod.TypedParameter;
import io.triglot.processor.model.Argument;
import io.triglot.processor.model.Argument.DefaultValue;
import io.triglot.processor.model.AsyncLibrary;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Parameter.Role;
import io.triglot.processor.model.Source;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/** Reads the parameters of resource methods: what callers send, and what becomes of it. */
final class ArgumentReader {
  private final Symbols symbols;
  private final TypeRefReader types;
  private final ConstraintReader constraints = new ConstraintReader();
  private final Findings findings;

  ArgumentReader(Symbols symbols, TypeRefReader types, Findings findings) {
    this.symbols = symbols;
    this.types = types;
    this.findings = findings;
  }

  /**
   * What was read of a method.
   *
   * @param parameters what callers send
   * @param arguments what the method is given, by its parameters
   */
  record Arguments(List<Parameter> parameters, List<Argument> arguments) {}

  /** What is read of one method; empty if something was refused. */
  Optional<Arguments> read(ResourceMethod resource, DocComment comment) {
    Reading reading = new Reading(resource, comment);
    List<TypedParameter> declared = resource.method().parameters();
    declared.forEach(reading::add);
    return reading.arguments.size() == declared.size()
        ? Optional.of(new Arguments(reading.parameters, reading.arguments))
        : Optional.empty();
  }

  /** The reading of one method. */
  private final class Reading {
    private final ResourceMethod resource;
    private final DocComment comment;
    private final Set<String> variables;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Argument> arguments = new ArrayList<>();

    Reading(ResourceMethod resource, DocComment comment) {
      this.resource = resource;
      this.comment = comment;
      this.variables = ResourcePath.variables(resource.path());
    }

    void add(TypedParameter parameter) {
      Origin method = resource.method().origin();
      Origin origin =
          symbols.origin(parameter.element(), method + "(" + parameter.name() + ")", method);
      source(parameter)
          .flatMap(source -> received(parameter, source, origin))
          .ifPresent(arguments::add);
    }

    private Optional<Source> source(TypedParameter parameter) {
      Optional<Source> said = ParameterSource.of(parameter.element(), parameter.name());
      if (said.isPresent()) {
        return said;
      }
      return Optional.of(
          variables.contains(parameter.name())
              ? new Source.PathVariable(parameter.name())
              : new Source.Body());
    }

    private Optional<Argument> received(TypedParameter parameter, Source source, Origin origin) {
      List<Element> declarations = List.of(parameter.element());
      FieldAnnotation annotation = FieldAnnotation.of(declarations);
      Path path = Path.from(origin);
      Optional<TypeRef> read =
          source instanceof Source.Body
              ? types.formed(annotation).read(parameter.type(), declarations, path)
              : types.ofText(annotation).read(parameter.type(), declarations, path);
      return read.map(
          type -> {
            Optional<DefaultValue> otherwise =
                JaxRs.find(parameter.element(), "DefaultValue")
                    .map(found -> new DefaultValue(found.text("value"), type.present()));
            TypeRef sent = sent(type, parameter.type(), source, otherwise.isPresent());
            String name = name(annotation, source, parameter.name());
            parameters.add(
                new Parameter(
                    parameter.name(),
                    name,
                    NameReader.of(declarations),
                    Role.ARGUMENT,
                    sent,
                    constraints.ofParameter(resource.method(), parameter),
                    AsyncLibrary.JDK,
                    annotation.isId(name, sent),
                    annotation.number(),
                    comment.parameter(parameter.name()),
                    Annotated.find(parameter.element(), "java.lang.Deprecated").map(any -> ""),
                    origin));
            return new Argument.Received(parameter.name(), source, otherwise);
          });
    }
  }

  /** The type of what callers send: what JAX-RS never leaves null is not to be left out either. */
  private static TypeRef sent(TypeRef type, TypeMirror java, Source source, boolean otherwise) {
    if (source instanceof Source.Body) {
      return type;
    }
    if (source instanceof Source.PathVariable || type.carrier() instanceof ListRef) {
      return type.present();
    }
    return otherwise && !(type instanceof TypeRef.OptionalRef) ? nullable(type) : type;
  }

  private static TypeRef nullable(TypeRef type) {
    if (type instanceof ScalarRef scalar) {
      return TypeRef.boxed(scalar, true);
    }
    if (type instanceof ConvertedRef converted) {
      return new ConvertedRef(
          converted.java(), nullable(converted.carrier()), converted.conversion());
    }
    return type instanceof NamedRef named ? new NamedRef(named.name(), true) : type;
  }

  private static String name(FieldAnnotation annotation, Source source, String javaName) {
    return annotation.name().orElseGet(() -> ParameterSource.contractName(source, javaName));
  }
}
