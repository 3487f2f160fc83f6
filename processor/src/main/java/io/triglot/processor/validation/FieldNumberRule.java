package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.EnumType.Constant;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.UnionType;
import io.triglot.processor.model.UnionType.Member;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
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
    List<List<Numbered>> messages =
        Stream.concat(
                model.types().values().stream().map(FieldNumberRule::members),
                model.services().stream()
                    .flatMap(service -> service.operations().stream())
                    .map(FieldNumberRule::arguments))
            .toList();
    Stream<List<Numbered>> enums = model.types().values().stream().map(FieldNumberRule::constants);
    return Stream.concat(
        messages.stream().flatMap(List::stream).flatMap(FieldNumberRule::invalid),
        Stream.concat(messages.stream(), enums).flatMap(FieldNumberRule::repeated));
  }

  private static Stream<Diagnostic> invalid(Numbered each) {
    return isValid(each.number())
        ? Stream.empty()
        : Stream.of(
            RULE.at(
                each.origin(),
                each.origin() + " has the number " + each.number() + ".",
                "Use a number from 1 to " + LARGEST + " that is not between 19000 and 19999."));
  }

  private static Stream<Diagnostic> repeated(List<Numbered> numbers) {
    return Duplicates.of(numbers.stream(), Numbered::number)
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

  private static List<Numbered> members(TypeDefinition type) {
    if (type instanceof UnionType union) {
      return numbered(union.members().stream(), Member::number, Member::origin);
    }
    return type instanceof ObjectType object
        ? numbered(object.fields().stream(), Field::number, Field::origin)
        : List.of();
  }

  private static List<Numbered> arguments(Operation operation) {
    return numbered(operation.received().stream(), Parameter::number, Parameter::origin);
  }

  private static List<Numbered> constants(TypeDefinition type) {
    return type instanceof EnumType constants
        ? numbered(constants.constants().stream(), Constant::number, Constant::origin)
        : List.of();
  }

  private static <T> List<Numbered> numbered(
      Stream<T> all, Function<T, OptionalInt> number, Function<T, Origin> origin) {
    return all.filter(each -> number.apply(each).isPresent())
        .map(each -> new Numbered(number.apply(each).getAsInt(), origin.apply(each)))
        .toList();
  }

  private static boolean isValid(int number) {
    boolean reserved = number >= FIRST_RESERVED && number <= LAST_RESERVED;
    return number >= 1 && number <= LARGEST && !reserved;
  }
}
