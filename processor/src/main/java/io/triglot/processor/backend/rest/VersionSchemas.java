package io.triglot.processor.backend.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.Parameter;

/** What OpenAPI documents say of versions: entity tags, and the fields that name them. */
final class VersionSchemas {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private VersionSchemas() {}

  /** The header by which a caller says which version it expects. */
  static ObjectNode ifMatch(Parameter parameter) {
    Doc doc =
        new Doc("The entity tags of the versions that are expected, or `*`.")
            .with(parameter.doc().text());
    return header("If-Match", doc, !parameter.type().nullable());
  }

  /** The header by which a caller says which version it has. */
  static ObjectNode ifNoneMatch() {
    return header(
        "If-None-Match",
        new Doc("The entity tags that the caller has; it is answered 304 where there is no other."),
        false);
  }

  private static ObjectNode header(String name, Doc doc, boolean required) {
    ObjectNode node = NODES.objectNode().put("name", name).put("in", "header");
    SchemaEmitter.described(node, doc);
    if (required) {
      node.put("required", true);
    }
    node.putObject("schema").put("type", "string");
    return node;
  }
}
