package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Discriminator;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JsonName;
import io.triglot.processor.model.JsonTree;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.UnionType;
import io.triglot.processor.model.UnionType.Member;
import java.util.Optional;
import java.util.stream.Stream;

/** JSON tells each member of a union from the others, by a property that is free for it. */
final class DiscriminatorRule implements ModelRule {
  static final Rule RULE = Rule.error("TriglotDiscriminator");

  /** A name that JSON has for a member. */
  private record Named(String tag, Member member) {}

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    Stream<Diagnostic> unions =
        model.types().values().stream()
            .filter(UnionType.class::isInstance)
            .map(UnionType.class::cast)
            .flatMap(union -> Stream.concat(repeated(union), members(model, union)));
    Stream<Diagnostic> tagged =
        model.types().values().stream()
            .filter(ObjectType.class::isInstance)
            .map(ObjectType.class::cast)
            .flatMap(
                type ->
                    type.tag().stream().flatMap(tag -> taken(model, type, tag.discriminator())));
    return Stream.concat(unions, tagged);
  }

  private static Stream<Diagnostic> repeated(UnionType union) {
    Stream<Named> names =
        union.members().stream()
            .flatMap(member -> names(member.tag()).distinct().map(name -> new Named(name, member)));
    return Duplicates.of(names, Named::tag)
        .map(
            pair ->
                RULE.at(
                    pair.repeated().member().origin(),
                    "JSON calls both %s and %s %s where they are a %s."
                        .formatted(
                            pair.first().member().origin(),
                            pair.repeated().member().origin(),
                            pair.first().tag(),
                            union.origin()),
                    "Give one of them another name."));
  }

  private static Stream<Diagnostic> members(ApiModel model, UnionType union) {
    Discriminator discriminator = union.discriminator();
    return union.members().stream()
        .flatMap(
            member ->
                member(model, member).stream()
                    .filter(type -> type.tag().isEmpty())
                    .flatMap(
                        type ->
                            discriminator.written()
                                ? taken(model, type, discriminator)
                                : missing(model, union, member, type)));
  }

  /** A field where the tag is to stand. */
  private static Stream<Diagnostic> taken(
      ApiModel model, ObjectType type, Discriminator discriminator) {
    return property(model, type, discriminator)
        .map(
            field ->
                RULE.at(
                    field.origin(),
                    "%s is %s in JSON, which is where JSON says of which type a value is."
                        .formatted(field.origin(), discriminator.property()),
                    "Rename it, or name another property with @ApiType(discriminator = ...) on the"
                        + " sealed type, or in @JsonTypeInfo where there is one."));
  }

  private static Stream<Diagnostic> missing(
      ApiModel model, UnionType union, Member member, ObjectType type) {
    return property(model, type, union.discriminator()).findAny().isPresent()
        ? Stream.empty()
        : Stream.of(
            RULE.at(
                member.origin(),
                "%s has no property %s, which is said to tell which %s it is."
                    .formatted(member.origin(), union.discriminator().property(), union.origin()),
                "Add it, or write include = PROPERTY in @JsonTypeInfo."));
  }

  private static Stream<Field> property(
      ApiModel model, ObjectType type, Discriminator discriminator) {
    return JsonTree.of(model, type).stream()
        .flatMap(JsonTree::leaves)
        .map(JsonTree.Leaf::field)
        .filter(
            field ->
                Stream.concat(Stream.of(field.json().name()), field.json().aliases().stream())
                    .anyMatch(discriminator.property()::equals))
        .limit(1);
  }

  private static Optional<ObjectType> member(ApiModel model, Member member) {
    return Optional.ofNullable(model.types().get(member.type()))
        .filter(ObjectType.class::isInstance)
        .map(ObjectType.class::cast);
  }

  private static Stream<String> names(JsonName name) {
    return Stream.concat(Stream.of(name.name()), name.aliases().stream());
  }
}
