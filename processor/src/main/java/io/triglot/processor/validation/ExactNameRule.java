package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeDefinition;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names that users give in single contracts are names there. */
final class ExactNameRule implements ModelRule {
  private static final Pattern PROTOBUF = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern PACKAGE = Pattern.compile(PROTOBUF + "(\\." + PROTOBUF + ")*");
  private static final Pattern GRAPHQL = Pattern.compile("(?!__)[_A-Za-z][_0-9A-Za-z]*");
  private static final Pattern LITERAL = Pattern.compile("true|false|null");
  private static final Pattern OPENAPI = Pattern.compile("[A-Za-z0-9._-]+");

  private record Named(Origin origin, Optional<ExactNames> exact) {}

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    Stream<Diagnostic> exact =
        Stream.concat(
                model.services().stream().flatMap(ExactNameRule::of),
                model.types().values().stream().flatMap(ExactNameRule::of))
            .flatMap(named -> named.exact().stream().flatMap(each -> check(each, named.origin())));
    Stream<Diagnostic> messages =
        model.services().stream()
            .flatMap(service -> service.operations().stream())
            .flatMap(
                operation ->
                    Stream.of(operation.rpc().request(), operation.rpc().response())
                        .flatMap(name -> check(name, "protobuf", PROTOBUF, operation.origin())));
    return Stream.of(exact, messages, literals(model)).flatMap(each -> each);
  }

  /** Values of enums that a document could not tell from literals (GraphQL, section 3.9). */
  private static Stream<Diagnostic> literals(ApiModel model) {
    return model.types().values().stream()
        .flatMap(type -> type instanceof EnumType each ? each.constants().stream() : Stream.of())
        .flatMap(
            constant ->
                constant.exact().flatMap(ExactNames::graphql).stream()
                    .filter(name -> LITERAL.matcher(name).matches())
                    .map(name -> wrong(name, "GraphQL", constant.origin())));
  }

  private static Stream<Diagnostic> check(ExactNames names, Origin origin) {
    return Stream.of(
            check(names.protobuf(), "protobuf", PROTOBUF, origin),
            check(names.protobufPackage(), "protobuf", PACKAGE, origin),
            check(names.graphql(), "GraphQL", GRAPHQL, origin),
            check(names.graphqlInput(), "GraphQL", GRAPHQL, origin),
            check(names.openapi(), "OpenAPI", OPENAPI, origin))
        .flatMap(each -> each);
  }

  private static Stream<Diagnostic> check(
      Optional<String> name, String contract, Pattern allowed, Origin origin) {
    return name.filter(each -> !allowed.matcher(each).matches()).stream()
        .map(each -> wrong(each, contract, origin));
  }

  private static Diagnostic wrong(String name, String contract, Origin origin) {
    return InvalidNameRule.RULE.at(
        origin,
        "The name \"%s\" of %s cannot be said in %s.".formatted(name, origin, contract),
        "Correct it in @ApiName.");
  }

  private static Stream<Named> of(Service service) {
    return Stream.concat(
        Stream.of(new Named(service.origin(), service.exact())),
        service.operations().stream().flatMap(ExactNameRule::of));
  }

  private static Stream<Named> of(Operation operation) {
    return Stream.concat(
        Stream.of(new Named(operation.origin(), operation.exact())),
        operation.received().stream().map(each -> new Named(each.origin(), each.exact())));
  }

  private static Stream<Named> of(TypeDefinition type) {
    Stream<Named> members =
        type instanceof ObjectType object
            ? object.fields().stream().map(each -> new Named(each.origin(), each.exact()))
            : type instanceof EnumType constants
                ? constants.constants().stream().map(each -> new Named(each.origin(), each.exact()))
                : Stream.empty();
    return Stream.concat(Stream.of(new Named(type.origin(), type.exact())), members);
  }
}
