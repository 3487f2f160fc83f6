package io.triglot.processor.backend.rest;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.JsonFormat;
import io.triglot.processor.model.JsonTypes;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import io.triglot.processor.spi.Options;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code -Atriglot.json.numbers=text}: whole numbers of 64 bits and numbers with all their digits
 * are written as text, because a browser's numbers have 53 bits. They are read in either form.
 */
final class NumbersAsText {
  /**
   * {@code text}: whole numbers of 64 bits and numbers with all their digits are written as text in
   * JSON, because a browser's numbers have 53 bits. They are read in either form.
   */
  static final String OPTION = "json.numbers";

  private static final Rule VALUE = Rule.error("TriglotUnknownOption");

  private NumbersAsText() {}

  /** What is wrong with the value of the option. */
  static Stream<Diagnostic> check(Options options) {
    return options.get(OPTION).stream()
        .filter(value -> !value.matches("text|number"))
        .map(
            value ->
                VALUE.at(
                    new Origin("triglot." + OPTION, "triglot." + OPTION),
                    "There is no value " + value + " of the option triglot." + OPTION + ".",
                    "Write text or number."));
  }

  /** The model with the forms that its numbers are to have. */
  static ApiModel in(ApiModel model, Options options) {
    if (options.get(OPTION).filter("text"::equals).isEmpty()) {
      return model;
    }
    SortedMap<JavaName, TypeDefinition> types = new TreeMap<>();
    model.types().forEach((name, type) -> types.put(name, type(type)));
    return new ApiModel(
        model.services().stream().map(NumbersAsText::service).toList(), types, model.errors());
  }

  private static TypeDefinition type(TypeDefinition type) {
    return type instanceof ObjectType object
        ? object.withFields(object.fields().stream().map(NumbersAsText::field).toList())
        : type;
  }

  private static Field field(Field field) {
    return field.withJson(field.json().withType(type(field.json().type())));
  }

  private static Service service(Service service) {
    return service.withOperations(
        service.operations().stream().map(NumbersAsText::operation).toList());
  }

  private static Operation operation(Operation operation) {
    return operation.withResult(type(operation.result()));
  }

  private static TypeRef type(TypeRef type) {
    return JsonTypes.formatted(type, NumbersAsText::format);
  }

  private static Optional<JsonFormat> format(ScalarRef scalar) {
    return switch (scalar.scalar()) {
      case LONG, BIG_DECIMAL, BIG_INTEGER -> Optional.of(new JsonFormat.Text());
      default -> Optional.empty();
    };
  }
}
