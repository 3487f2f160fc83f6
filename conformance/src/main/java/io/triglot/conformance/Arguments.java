package io.triglot.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an operation is called with.
 *
 * @param names of its parameters
 * @param route what describes them
 * @param messages by the names of the parameters, as JSON has them on REST: one, or several where
 *     the client streams, of which each has a value of the stream
 */
record Arguments(List<String> names, OpenApi.Route route, List<ObjectNode> messages) {
  /** Those of what takes none. */
  static final Arguments NONE =
      new Arguments(List.of(), OpenApi.described("", Map.of()), List.of(Json.object()));

  Arguments {
    names = List.copyOf(names);
    messages = List.copyOf(messages);
  }

  ObjectNode first() {
    return messages.get(0);
  }

  Arguments with(ObjectNode... others) {
    return new Arguments(names, route, List.of(others));
  }

  /** The schema of an object that has the arguments as its members. */
  Described described() {
    Map<String, JsonNode> schemas = new LinkedHashMap<>();
    names.forEach(name -> schemas.put(name, route.argument(name, names)));
    return new Described(route.document(), Json.objectOf(schemas, List.of()));
  }
}
