package io.triglot.processor.backend.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JsonName;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.UnionType;
import io.triglot.processor.model.UnionType.Member;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes unions as schemas: one of several, with a discriminator. A discriminator looks at schemas
 * that have names only (OpenAPI 3.1, section 4.8.25), so that a member that is tagged only here has
 * a schema of its own here, {@code ShapeCircle} of the {@code Circle} of a {@code Shape}.
 */
record UnionSchemas(ApiModel model) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** The schemas of a union, by name. */
  SortedMap<String, ObjectNode> of(UnionType union) {
    SortedMap<String, ObjectNode> schemas = new TreeMap<>();
    ObjectNode schema = SchemaEmitter.described(NODES.objectNode(), union.doc());
    ArrayNode either = schema.putArray("oneOf");
    ObjectNode discriminator =
        schema.putObject("discriminator").put("propertyName", union.discriminator().property());
    ObjectNode mapping = discriminator.putObject("mapping");
    for (Member member : union.members()) {
      String name = name(model, union, member);
      ObjectNode reference = SchemaEmitter.reference(name);
      either.add(reference);
      mapping.set(member.tag().name(), reference.get("$ref"));
      if (!isDescribed(model, union, member)) {
        schemas.put(name, tagged(union, member));
      }
    }
    if (union.deprecation().isPresent()) {
      schema.put("deprecated", true);
    }
    schemas.put(SchemaEmitter.name(union), schema);
    return schemas;
  }

  /** What a tag can be. */
  static ObjectNode tag(JsonName value) {
    return NODES.objectNode().put("type", "string").put("const", value.name());
  }

  /** The name of the schema of a member. */
  static String name(ApiModel model, UnionType union, Member member) {
    String own = SchemaEmitter.name(type(model, member));
    return isDescribed(model, union, member) ? own : SchemaEmitter.name(union) + own;
  }

  /** Whether the schema of the member's type has the tag as it is in this union. */
  static boolean isDescribed(ApiModel model, UnionType union, Member member) {
    return !union.discriminator().written()
        || type(model, member) instanceof ObjectType object
            && object
                .tag()
                .filter(tag -> tag.discriminator().equals(union.discriminator()))
                .filter(tag -> tag.value().name().equals(member.tag().name()))
                .isPresent();
  }

  private ObjectNode tagged(UnionType union, Member member) {
    ObjectNode schema = NODES.objectNode();
    ArrayNode all = schema.putArray("allOf");
    all.add(SchemaEmitter.reference(SchemaEmitter.name(type(model, member))));
    ObjectNode object = all.addObject().put("type", "object");
    String property = union.discriminator().property();
    object.putObject("properties").set(property, tag(member.tag()));
    object.putArray("required").add(property);
    return schema;
  }

  private static TypeDefinition type(ApiModel model, Member member) {
    return model.definition(new NamedRef(member.type(), false));
  }
}
