package io.triglot.processor.frontend;

import io.triglot.processor.frontend.OperationMethod.TypedParameter;
import io.triglot.processor.model.AsyncLibrary;
import io.triglot.processor.model.Constraints;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Parameter.Role;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.VoidRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Reads the parameters of operations and of batch methods. */
final class ParameterReader {
  private final Symbols symbols;
  private final TypeRefReader types;
  private final ConstraintReader constraints = new ConstraintReader();
  private final Findings findings;

  ParameterReader(Symbols symbols, TypeRefReader types, Findings findings) {
    this.symbols = symbols;
    this.types = types;
    this.findings = findings;
  }

  /** All parameters in order; empty if the type of one was refused. */
  Optional<List<Parameter>> read(OperationMethod method, DocComment comment) {
    List<Optional<Parameter>> read =
        method.parameters().stream().map(each -> read(method, each, comment)).toList();
    List<Parameter> parameters = new ArrayList<>();
    read.forEach(each -> each.ifPresent(parameters::add));
    return parameters.size() == read.size() ? Optional.of(parameters) : Optional.empty();
  }

  private Optional<Parameter> read(
      OperationMethod method, TypedParameter parameter, DocComment comment) {
    String name = parameter.name();
    Origin origin =
        symbols.origin(parameter.element(), method.origin() + "(" + name + ")", method.origin());
    if (isContext(parameter)) {
      return Optional.of(context(name, origin));
    }
    FieldAnnotation annotation = FieldAnnotation.of(List.of(parameter.element()));
    Optional<AsyncLibrary> streamed = streamed(parameter);
    Path path = Path.from(origin);
    Optional<TypeRef> type =
        streamed.isPresent()
            ? types.readStreamed((DeclaredType) parameter.type(), path)
            : types.formed(annotation).read(parameter.type(), List.of(parameter.element()), path);
    type.ifPresent(read -> annotation.checkId(name, read, origin, findings));
    JavaxConstraints.report(List.of(parameter.element()), origin, findings);
    return type.map(
        read ->
            new Parameter(
                name,
                annotation.nameOr(name),
                NameReader.of(List.of(parameter.element())),
                streamed.isPresent() ? Role.STREAM : Role.ARGUMENT,
                read,
                constraints.ofParameter(method, parameter),
                streamed.orElse(AsyncLibrary.JDK),
                annotation.isId(name, read),
                annotation.number(),
                comment.parameter(name),
                Annotated.find(parameter.element(), "java.lang.Deprecated").map(any -> ""),
                origin));
  }

  private static Parameter context(String name, Origin origin) {
    TypeRef meaningless = new VoidRef();
    return new Parameter(
        name,
        name,
        Optional.empty(),
        Role.CONTEXT,
        meaningless,
        Constraints.NONE,
        AsyncLibrary.JDK,
        false,
        OptionalInt.empty(),
        Doc.NONE,
        Optional.empty(),
        origin);
  }

  /** The library of a publisher; empty for what is no publisher. */
  private static Optional<AsyncLibrary> streamed(TypedParameter parameter) {
    return AsyncType.of(parameter.type())
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
