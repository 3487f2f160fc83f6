package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import java.util.stream.Stream;

/** What clients send into a sorted collection or map can be sorted. */
final class SortedInputRule implements ModelRule {
  static final Rule RULE = Rule.error("TriglotSortedInput");

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    Stream<Diagnostic> parameters =
        model.services().stream()
            .flatMap(service -> service.operations().stream())
            .flatMap(operation -> operation.received().stream())
            .flatMap(parameter -> check(parameter.type(), parameter.origin()));
    Stream<Diagnostic> fields =
        Inputs.of(model)
            .flatMap(type -> type.received())
            .flatMap(field -> check(field.type(), field.origin()));
    return Stream.concat(parameters, fields);
  }

  private static Stream<Diagnostic> check(TypeRef type, Origin origin) {
    return unordered(type)
        .limit(1)
        .map(
            element ->
                RULE.at(
                    origin,
                    "Clients send "
                        + origin
                        + ", which is sorted, but "
                        + element
                        + " has no natural order.",
                    "Let " + element + " implement Comparable, or use a Set or Map."));
  }

  private static Stream<String> unordered(TypeRef type) {
    if (type instanceof ConvertedRef converted) {
      return Stream.concat(
          converted.conversion().unordered().stream(), unordered(converted.carrier()));
    }
    if (type instanceof ListRef list) {
      return unordered(list.element());
    }
    if (type instanceof MapRef map) {
      return Stream.concat(unordered(map.key()), unordered(map.value()));
    }
    return type instanceof OptionalRef optional ? unordered(optional.value()) : Stream.empty();
  }
}
