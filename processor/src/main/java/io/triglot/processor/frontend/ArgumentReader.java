package io.triglot.processor.frontend;

import io.triglot.processor.frontend.OperationMethod.TypedParameter;
import io.triglot.processor.model.Argument;
import io.triglot.processor.model.Argument.DefaultValue;
import io.triglot.processor.model.AsyncLibrary;
import io.triglot.processor.model.Constraints;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Parameter.Role;
import io.triglot.processor.model.Source;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the parameters of one resource method: what callers send, and what becomes of it. */
final class ArgumentReader {
  private final Symbols symbols;
  private final TypeRefReader types;
  private final ConstraintReader constraints = new ConstraintReader();
  private final Findings findings;
  private final ResourceMethod resource;
  private final DocComment comment;
  private final Set<String> variables;
  private final List<Parameter> parameters = new ArrayList<>();

  ArgumentReader(
      Symbols symbols,
      TypeRefReader types,
      Findings findings,
      ResourceMethod resource,
      DocComment comment) {
    this.symbols = symbols;
    this.types = types;
    this.findings = findings;
    this.resource = resource;
    this.comment = comment;
    this.variables = ResourcePath.variables(resource.path());
  }

  /**
   * What was read of a method.
   *
   * @param parameters what callers send
   * @param arguments what the method is given, by its parameters
   * @param injected what its instance is injected with and callers send
   */
  record Arguments(List<Parameter> parameters, List<Argument> arguments, List<Argument> injected) {}

  /**
   * Something that is given a value: a parameter, a field or a setter.
   *
   * @param javaName its name in Java
   * @param element what has its annotations
   */
  record Target(String javaName, TypeMirror type, Element element, Origin origin) {}

  /**
   * What is read of the method; empty if something was refused.
   *
   * @param members what of a request is injected into the resource
   */
  Optional<Arguments> read(List<Target> members) {
    List<Argument> arguments = new ArrayList<>();
    List<TypedParameter> declared = resource.method().parameters();
    declared.forEach(
        each -> JavaxConstraints.report(List.of(each.element()), target(each).origin(), findings));
    declared.forEach(
        each ->
            argument(target(each), constraints.ofParameter(resource.method(), each))
                .ifPresent(arguments::add));
    List<Argument> injected = new ArrayList<>();
    return arguments.size() == declared.size()
            && members.stream().allMatch(member -> inject(member, arguments, injected))
        ? Optional.of(new Arguments(parameters, arguments, injected))
        : Optional.empty();
  }

  /** Adds what callers send of a member, where no parameter has it; false if it was refused. */
  private boolean inject(Target member, List<Argument> arguments, List<Argument> injected) {
    Optional<Source> source = ParameterSource.of(member.element(), member.javaName());
    boolean isBean = JaxRs.find(member.element(), "BeanParam").isPresent();
    boolean isSent = isBean || source.filter(this::isInUri).isPresent();
    boolean isKnown =
        Stream.of(arguments, injected)
            .flatMap(Argument::received)
            .anyMatch(each -> source.filter(each.source()::equals).isPresent());
    if (!isSent || isKnown) {
      return true;
    }
    Optional<Argument> read = argument(member);
    read.ifPresent(injected::add);
    if (Argument.received(read.stream().toList()).allMatch(each -> isInUri(each.source()))) {
      return read.isPresent();
    }
    findings.report(
        OperationRules.NOT_ADOPTED,
        member.origin(),
        "Its container injects " + member.javaName() + ", not all of which is in its URI.",
        "Take it as a parameter of the method.");
    return false;
  }

  /**
   * Whether it is in the query, or in the path of this method; what is only in the path of others
   * is null here.
   */
  private boolean isInUri(Source source) {
    return source instanceof Source.Query
        || source instanceof Source.PathVariable variable && variables.contains(variable.name());
  }

  private Target target(TypedParameter parameter) {
    Origin method = resource.method().origin();
    return new Target(
        parameter.name(),
        parameter.type(),
        parameter.element(),
        symbols.origin(parameter.element(), method + "(" + parameter.name() + ")", method));
  }

  private Optional<Argument> argument(Target target, Constraints constrained) {
    Optional<Argument> given = ContextArguments.read(target, findings);
    if (given.isPresent()) {
      return given;
    }
    if (ContextArguments.isRefused(target)) {
      return Optional.empty();
    }
    Optional<Source> said = ParameterSource.of(target.element(), target.javaName());
    if (JaxRs.find(target.element(), "BeanParam").isPresent()) {
      return new BeanArguments(symbols, findings, this::argument).read(target);
    }
    Source source =
        said.orElseGet(
            () ->
                variables.contains(target.javaName())
                    ? new Source.PathVariable(target.javaName())
                    : new Source.Body());
    return source instanceof Source.Header || source instanceof Source.Cookie
        ? metadata(target, source)
        : received(target, source, constrained);
  }

  private Optional<Argument> argument(Target target) {
    return argument(target, Constraints.NONE);
  }

  private Optional<Argument> metadata(Target target, Source source) {
    FieldAnnotation annotation = FieldAnnotation.of(List.of(target.element()));
    Optional<TypeRef> read =
        types
            .ofText(annotation)
            .read(target.type(), List.of(target.element()), Path.from(target.origin()));
    if (read.isPresent() && !ParameterTypes.isSingle(read.get())) {
      return findings.refuse(
          TypeRules.UNSUPPORTED_TYPE,
          target.origin(),
          target.origin() + " takes several values of one header, which metadata has only one of.",
          "Take one value.");
    }
    return read.map(
        type ->
            new Argument.Metadata(
                Parameter.header(
                    target.javaName(),
                    type instanceof OptionalRef ? type : ParameterTypes.nullable(type),
                    target.origin()),
                source,
                type,
                defaultText(target).or(() -> ParameterTypes.absent(type))));
  }

  private Optional<Argument> received(Target target, Source source, Constraints constrained) {
    List<Element> declarations = List.of(target.element());
    FieldAnnotation annotation = FieldAnnotation.of(declarations);
    boolean body = source instanceof Source.Body;
    TypeRefReader reader = body ? types.formed(annotation) : types.ofText(annotation);
    Optional<TypeRef> read = reader.read(target.type(), declarations, Path.from(target.origin()));
    Optional<String> otherwise = defaultText(target);
    if (read.isEmpty() || !isValid(target, read.get(), otherwise)) {
      return Optional.empty();
    }
    TypeRef sent =
        body ? read.get() : ParameterTypes.sent(read.get(), source, otherwise.isPresent());
    String name =
        annotation.name().orElseGet(() -> ParameterSource.contractName(source, target.javaName()));
    if (parameters.stream().anyMatch(each -> each.name().equals(name))) {
      return findings.refuse(
          OperationRules.NOT_ADOPTED,
          target.origin(),
          "It takes two values of the name " + name + ".",
          "Give one of them another name by @ApiField(name).");
    }
    String javaName = unique(target.javaName());
    parameters.add(
        new Parameter(
            javaName,
            name,
            NameReader.of(declarations),
            Role.ARGUMENT,
            Optional.empty(),
            sent,
            constrained,
            Optional.empty(),
            AsyncLibrary.JDK,
            annotation.isId(name, sent),
            annotation.number(),
            comment.parameter(target.javaName()),
            Annotated.find(target.element(), "java.lang.Deprecated").map(any -> ""),
            List.of(),
            target.origin()));
    return Optional.of(
        new Argument.Received(
            javaName, source, otherwise.map(text -> new DefaultValue(text, read.get().present()))));
  }

  private boolean isValid(Target target, TypeRef type, Optional<String> otherwise) {
    if (otherwise.isEmpty() || ParameterTypes.isValue(type, target.type(), otherwise.get())) {
      return true;
    }
    findings.report(
        OperationRules.NOT_ADOPTED,
        target.origin(),
        "The default value \""
            + otherwise.get()
            + "\" of "
            + target.javaName()
            + " is no "
            + TypeText.of(target.type())
            + ".",
        "Correct @DefaultValue.");
    return false;
  }

  private String unique(String javaName) {
    String name = javaName;
    for (int i = 2; isTaken(name); i++) {
      name = javaName + i;
    }
    return name;
  }

  private boolean isTaken(String javaName) {
    return parameters.stream().anyMatch(each -> each.javaName().equals(javaName));
  }

  private static Optional<String> defaultText(Target target) {
    return JaxRs.find(target.element(), "DefaultValue").map(found -> found.text("value"));
  }

  /** The class of a target, where it is one. */
  static Optional<TypeElement> typeOf(Target target) {
    return Symbols.resolved(target.type()) instanceof DeclaredType declared
        ? Optional.of((TypeElement) declared.asElement())
        : Optional.empty();
  }
}
