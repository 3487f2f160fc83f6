package io.triglot.processor.frontend;

import io.triglot.processor.frontend.OperationMethod.TypedParameter;
import io.triglot.processor.model.AsyncLibrary;
import io.triglot.processor.model.Constraints;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Parameter.Role;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.Source;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.VoidRef;
import io.triglot.processor.model.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the parameters of operations and of batch methods. */
final class ParameterReader {
  private final Symbols symbols;
  private final TypeRefReader types;
  private final ConstraintReader constraints = new ConstraintReader();
  private final DefaultReader defaults;
  private final ExampleReader examples;
  private final PartsReader parts;
  private final SourceReader sources;
  private final UploadRules uploads;
  private final Findings findings;

  ParameterReader(Symbols symbols, DocReader docs, TypeRefReader types, Findings findings) {
    this.symbols = symbols;
    this.parts = new PartsReader(symbols, docs, this::read, findings);
    this.types = types;
    this.sources = new SourceReader(findings);
    this.uploads = new UploadRules(findings);
    this.defaults = new DefaultReader(findings);
    this.examples = new ExampleReader(findings);
    this.findings = findings;
  }

  /** All parameters in order; empty if the type of one was refused. */
  Optional<List<Parameter>> read(OperationMethod method, DocComment comment) {
    List<Optional<Parameter>> read =
        method.parameters().stream().map(each -> read(method, each, comment)).toList();
    List<Parameter> parameters = new ArrayList<>();
    read.forEach(each -> each.ifPresent(parameters::add));
    return parameters.size() == read.size() && parts.areDistinct(parameters)
        ? Optional.of(parameters)
        : Optional.empty();
  }

  private Optional<Parameter> read(
      OperationMethod method, TypedParameter parameter, DocComment comment) {
    String name = parameter.name();
    Origin origin =
        symbols.origin(parameter.element(), method.origin() + "(" + name + ")", method.origin());
    if (isContext(parameter)) {
      return Optional.of(context(name, origin));
    }
    return parts.areOf(parameter)
        ? parts.read(parameter, origin)
        : read(
            new Read(
                name,
                parameter.type(),
                List.of(parameter.element()),
                comment.parameter(name),
                constraints.ofParameter(method, parameter),
                origin));
  }

  /**
   * A parameter, or a part of one, to be read.
   *
   * @param declarations what may be annotated
   */
  record Read(
      String name,
      TypeMirror type,
      List<Element> declarations,
      Doc doc,
      Constraints constraints,
      Origin origin) {}

  /** The parameter; empty if its type was refused. */
  private Optional<Parameter> read(Read parameter) {
    String name = parameter.name();
    Origin origin = parameter.origin();
    FieldAnnotation annotation = FieldAnnotation.of(parameter.declarations());
    Optional<AsyncLibrary> streamed = streamed(parameter.type());
    Optional<Source> source = sources.of(parameter);
    Path path = Path.from(origin);
    boolean upload = UploadForm.isIn(parameter.type());
    TypeRefReader reader = upload ? types.ofUploads() : types.formed(annotation);
    Optional<TypeRef> type =
        streamed.isPresent()
            ? types.readStreamed((DeclaredType) parameter.type(), path)
            : reader.read(parameter.type(), parameter.declarations(), path);
    annotation.checkUnwrapped(origin, findings);
    type.ifPresent(read -> annotation.checkId(name, read, origin, findings));
    JavaxConstraints.report(parameter.declarations(), origin, findings);
    return type.filter(read -> !upload || uploads.fits(parameter, read))
        .filter(read -> sources.fits(parameter, source, read))
        .map(
            read ->
                new Parameter(
                    name,
                    annotation.nameOr(Versions.isExpected(read) ? Versions.NAME : name),
                    NameReader.of(parameter.declarations()),
                    role(source, streamed),
                    source,
                    read,
                    parameter.constraints(),
                    defaults.read(
                        parameter.declarations(),
                        read,
                        parameter.type(),
                        role(source, streamed),
                        origin),
                    streamed.orElse(AsyncLibrary.JDK),
                    annotation.isId(name, read),
                    annotation.number(),
                    parameter
                        .doc()
                        .withExample(
                            examples.read(
                                annotation,
                                read,
                                parameter.type(),
                                parameter.constraints(),
                                origin)),
                    annotation.deprecation().or(() -> deprecation(parameter.declarations())),
                    List.of(),
                    origin));
  }

  private static Optional<String> deprecation(List<Element> declarations) {
    return declarations.stream().anyMatch(ParameterReader::isDeprecated)
        ? Optional.of("")
        : Optional.empty();
  }

  private static boolean isDeprecated(Element declaration) {
    return Annotated.find(declaration, "java.lang.Deprecated").isPresent();
  }

  private static Role role(Optional<Source> source, Optional<AsyncLibrary> streamed) {
    if (source.filter(ParameterSource::isMetadata).isPresent()) {
      return Role.METADATA;
    }
    return streamed.isPresent() ? Role.STREAM : Role.ARGUMENT;
  }

  private static Parameter context(String name, Origin origin) {
    TypeRef meaningless = new VoidRef();
    return new Parameter(
        name,
        name,
        Optional.empty(),
        Role.CONTEXT,
        Optional.empty(),
        meaningless,
        Constraints.NONE,
        Optional.empty(),
        AsyncLibrary.JDK,
        false,
        OptionalInt.empty(),
        Doc.NONE,
        Optional.empty(),
        List.of(),
        origin);
  }

  /** The library of a publisher; empty for what is no publisher. */
  private static Optional<AsyncLibrary> streamed(TypeMirror parameter) {
    return AsyncType.of(parameter)
        .filter(type -> type.form() == ResultForm.PUBLISHER)
        .map(AsyncType::library);
  }

  static boolean isContext(TypedParameter parameter) {
    return parameter.type() instanceof DeclaredType declared
        && ((TypeElement) declared.asElement())
            .getQualifiedName()
            .contentEquals(Triglot.CALL_CONTEXT);
  }
}
