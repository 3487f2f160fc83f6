package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.graphql.SdlPieces.Group;
import java.util.List;

/**
 * What the document says of nodes: <a
 * href="https://relay.dev/docs/guides/graphql-server-specification/">Relay's Object
 * Identification</a>. The schema of {@code io.triglot.runtime.graphql.NodeFields} says the same.
 */
final class Nodes {
  /** The interface. */
  static final String NAME = "Node";

  /** The field that all nodes have. */
  static final String ID = "id";

  /** The fields by which clients find nodes. */
  static final List<String> FIELDS = List.of("node", "nodes");

  private static final String ID_FIELD =
      """
        \"""What no other object of any type has.\"""
        id: ID!
      """;

  private Nodes() {}

  /** Adds the interface to a document. */
  static void addInterface(SdlPieces pieces) {
    pieces.open(
        Group.TYPE,
        NAME,
        "\"\"\"An object that can be found again by its id.\"\"\"\ninterface " + NAME + " {\n");
    pieces.member(Group.TYPE, NAME, "0000", ID_FIELD);
  }

  /** Adds the id to a type that implements it, in front of the fields of its own. */
  static void addId(SdlPieces pieces, String type) {
    pieces.member(Group.TYPE, type, "- id", ID_FIELD);
  }

  /** Adds the fields of the root type of queries. */
  static void addFields(SdlPieces pieces, String query) {
    pieces.open(Group.QUERY, query, "type " + query + " {\n");
    pieces.member(
        Group.QUERY,
        query,
        FIELDS.get(0),
        """
        \"""The object with this id; null where there is none.\"""
        node(id: ID!): Node
        """
            .indent(2));
    pieces.member(
        Group.QUERY,
        query,
        FIELDS.get(1),
        """
        \"""The objects with these ids, in their order; null where there is none.\"""
        nodes(ids: [ID!]!): [Node]!
        """
            .indent(2));
  }
}
