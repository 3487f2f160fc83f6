package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JsonTree;
import io.triglot.processor.model.JsonTree.Leaf;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Protocol;
import java.util.List;
import java.util.stream.Stream;

/** The members of a JSON object have names that differ, those of unwrapped objects included. */
final class JsonNameRule implements ModelRule {
  static final Rule RULE = Rule.error("TriglotJsonName");

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    return told(model.on(Protocol.REST));
  }

  private static Stream<Diagnostic> told(ApiModel model) {
    return model.types().values().stream()
        .filter(ObjectType.class::isInstance)
        .flatMap(type -> check(model, (ObjectType) type));
  }

  private static Stream<Diagnostic> check(ApiModel model, ObjectType type) {
    List<JsonTree> members = JsonTree.of(model, type);
    Stream<Diagnostic> clashes =
        Duplicates.of(
                members.stream().flatMap(JsonTree::leaves), leaf -> leaf.field().json().name())
            .map(
                pair ->
                    RULE.at(
                        place(type, members, pair.repeated()),
                        pair.first().field().origin()
                            + " and "
                            + pair.repeated().field().origin()
                            + " are both \""
                            + pair.first().field().json().name()
                            + "\" in the JSON of "
                            + type.origin()
                            + ".",
                        "Rename one of them by @JsonProperty, or give what is unwrapped a prefix."));
    Stream<Diagnostic> circles =
        members.stream()
            .flatMap(JsonTree::leaves)
            .filter(leaf -> JsonTree.unwrapped(model, leaf.field()).isPresent())
            .map(
                leaf ->
                    RULE.at(
                        place(type, members, leaf),
                        leaf.field().origin() + " unwraps an object into itself.",
                        "Take @JsonUnwrapped away."));
    return Stream.concat(clashes, circles);
  }

  /** The field of the type that leads to the member. */
  private static Origin place(ObjectType type, List<JsonTree> members, Leaf leaf) {
    return members.stream()
        .filter(member -> member.leaves().anyMatch(each -> each == leaf))
        .findFirst()
        .map(member -> member.field().origin())
        .orElse(type.origin());
  }
}
