package io.triglot.processor.frontend;

import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.RpcNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads {@code @ApiName}. */
final class NameReader {
  private NameReader() {}

  /** The names of what these declare: a field, a parameter, a method or a constant. */
  static Optional<ExactNames> of(List<? extends Element> declarations) {
    return annotation(declarations).map(name -> names(name, Optional.empty()));
  }

  /** The names of a service or type. */
  static Optional<ExactNames> of(TypeElement type, Symbols symbols) {
    Optional<String> ofPackage =
        Optional.ofNullable(symbols.elements().getPackageOf(type))
            .flatMap(each -> Annotated.find(each, Triglot.NAME))
            .flatMap(name -> text(name, "protobuf"));
    Optional<Annotated> own = Annotated.find(type, Triglot.NAME);
    return own.map(name -> names(name, ofPackage))
        .or(
            () ->
                ofPackage.map(
                    name ->
                        new ExactNames(
                            Optional.empty(),
                            ofPackage,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty())));
  }

  /** The names of the messages of a method's rpc. */
  static RpcNames ofRpc(Element method) {
    Optional<Annotated> name = Annotated.find(method, Triglot.NAME);
    FieldAnnotation result = FieldAnnotation.of(List.of(method));
    return new RpcNames(
        name.flatMap(each -> text(each, "request")),
        name.flatMap(each -> text(each, "response")),
        result.name(),
        result.number());
  }

  private static ExactNames names(Annotated name, Optional<String> packageName) {
    Optional<String> protobuf = text(name, "protobuf");
    boolean qualified = name.element() instanceof TypeElement;
    return new ExactNames(
        qualified ? protobuf.map(full -> full.substring(full.lastIndexOf('.') + 1)) : protobuf,
        protobuf
            .filter(full -> qualified && full.contains("."))
            .map(full -> full.substring(0, full.lastIndexOf('.')))
            .or(() -> packageName),
        text(name, "graphql"),
        text(name, "graphqlInput"),
        text(name, "openapi"));
  }

  private static Optional<Annotated> annotation(List<? extends Element> declarations) {
    return declarations.stream()
        .flatMap(each -> Annotated.find(each, Triglot.NAME).stream())
        .findFirst();
  }

  private static Optional<String> text(Annotated name, String member) {
    return Stream.of(name.text(member)).filter(text -> !text.isEmpty()).findFirst();
  }
}
