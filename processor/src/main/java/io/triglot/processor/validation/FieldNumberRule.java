package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.UnionType;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The numbers that users give to fields and parameters are those that protobuf allows, each once;
 * those of an enum's constants are any, each once.
 *
 * @see <a href="https://protobuf.dev/programming-guides/proto3/#assigning">Assigning field
 *     numbers</a>
 */
final class FieldNumberRule implements ModelRule {
  static final Rule RULE = Rule.error("TriglotFieldNumber");
  private static final int LARGEST = 536_870_911;
  private static final int FIRST_RESERVED = 19_000;
  private static final int LAST_RESERVED = 19_999;

  private record Numbered(int number, Origin origin) {}

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    Stream<Stream<Numbered>> messages =
        model.types().values().stream().map(FieldNumberRule::numbered);
    Stream<Stream<Numbered>> requests =
        model.services().stream()
            .flatMap(service -> service.operations().stream())
            .map(operation -> operation.received().stream())
            .map(arguments -> arguments.flatMap(each -> numbered(each.number(), each.origin())));
    Stream<Diagnostic> enums =
        model.types().values().stream()
            .filter(EnumType.class::isInstance)
            .map(type -> ((EnumType) type).constants().stream())
            .flatMap(
                constants ->
                    repeated(constants.flatMap(each -> numbered(each.number(), each.origin()))));
    return Stream.concat(
        Stream.concat(messages, requests).flatMap(each -> check(each.toList().stream())), enums);
  }

  private static Stream<Diagnostic> check(Stream<Numbered> message) {
    var numbers = message.toList();
    Stream<Diagnostic> invalid =
        numbers.stream()
            .filter(each -> !isValid(each.number()))
            .map(
                each ->
                    RULE.at(
                        each.origin(),
                        each.origin() + " has the number " + each.number() + ".",
                        "Use a number from 1 to "
                            + LARGEST
                            + " that is not between 19000 and 19999."));
    return Stream.concat(invalid, repeated(numbers.stream()));
  }

  private static Stream<Diagnostic> repeated(Stream<Numbered> numbers) {
    return Duplicates.of(numbers, Numbered::number)
        .map(
            pair ->
                RULE.at(
                    pair.repeated().origin(),
                    pair.first().origin()
                        + " and "
                        + pair.repeated().origin()
                        + " both have the number "
                        + pair.repeated().number()
                        + ".",
                    "Change the one that was added last."));
  }

  private static Stream<Numbered> numbered(TypeDefinition type) {
    if (type instanceof UnionType union) {
      return union.members().stream().flatMap(each -> numbered(each.number(), each.origin()));
    }
    return type instanceof ObjectType object
        ? object.fields().stream().flatMap(each -> numbered(each.number(), each.origin()))
        : Stream.empty();
  }

  private static Stream<Numbered> numbered(OptionalInt number, Origin origin) {
    return number.isPresent() ? Stream.of(new Numbered(number.getAsInt(), origin)) : Stream.empty();
  }

  private static boolean isValid(int number) {
    boolean reserved = number >= FIRST_RESERVED && number <= LAST_RESERVED;
    return number >= 1 && number <= LARGEST && !reserved;
  }
}
