package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.graphql.SchemaTree.MemberNode;
import io.triglot.processor.backend.graphql.SchemaTree.ObjectNode;
import io.triglot.processor.backend.graphql.SchemaTree.UnionNode;
import io.triglot.processor.backend.graphql.TypeUse.InputUse;
import io.triglot.processor.backend.graphql.TypeUse.ObjectUse;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.UnionType;
import io.triglot.processor.model.UnionType.CommonField;
import io.triglot.processor.model.UnionType.Member;
import io.triglot.processor.model.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Lowers unions, once their members are lowered. What all members have of what the type itself
 * declares are the fields of an interface; a type without such fields is a union.
 *
 * @param objects the object types that are members
 */
record UnionLowering(Map<JavaName, ObjectNode> objects) {

  UnionNode lower(UnionType union) {
    boolean sent = union.members().stream().allMatch(member -> object(member).input().isPresent());
    return new UnionNode(
        union,
        union.members().stream().map(this::member).toList(),
        union.commonFields().stream().flatMap(field -> field(union, field).stream()).toList(),
        sent ? Optional.of(SchemaNames.input(union)) : Optional.empty());
  }

  private MemberNode member(Member member) {
    ObjectType type = object(member).type();
    return new MemberNode(
        Words.lowerCamel(member.name()),
        new ObjectUse(member.type(), SchemaNames.of(type), false),
        new InputUse(member.type(), SchemaNames.input(type), false));
  }

  /** The field that all members have in the same form, which is null where that of one may be. */
  private Optional<FieldNode<CommonField>> field(UnionType union, CommonField common) {
    List<FieldNode<Field>> fields =
        union.members().stream()
            .flatMap(member -> object(member).fields().stream())
            .filter(field -> field.source().javaName().equals(common.javaName()))
            .toList();
    boolean same =
        fields.size() == union.members().size()
            && fields.stream().map(FieldNode::name).distinct().count() == 1
            && fields.stream().map(field -> field.type().nullableSdl()).distinct().count() == 1
            && fields.stream().map(UnionLowering::arguments).distinct().count() == 1;
    return fields.stream()
        .filter(field -> same)
        .reduce((one, other) -> one.type().required() ? other : one)
        .map(field -> field(union, common, field));
  }

  /** What the arguments are, and when they need not be sent. */
  private static List<String> arguments(FieldNode<?> field) {
    return field.arguments().stream()
        .map(each -> each.name() + ": " + each.type().sdl() + SdlText.otherwise(each.otherwise()))
        .toList();
  }

  private static FieldNode<CommonField> field(
      UnionType union, CommonField common, FieldNode<Field> field) {
    Doc doc = common.doc().isEmpty() ? field.doc() : common.doc().guarded(field.source().access());
    return new FieldNode<>(
        common,
        field.name(),
        field.type(),
        field.arguments(),
        Optional.empty(),
        doc,
        Optional.empty(),
        union.origin());
  }

  private ObjectNode object(Member member) {
    return Objects.requireNonNull(objects.get(member.type()), member.type().canonical());
  }
}
