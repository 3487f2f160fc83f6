package io.triglot.processor.types.random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.types.random.Model.Family;
import io.triglot.processor.types.random.Model.Property;
import io.triglot.processor.types.random.Model.Structure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The JSON of a value as GraphQL has it, where maps are lists of entries.
 *
 * @param sent whether it is an input, in which a member of a family is named; in an output its
 *     fields have other names, because those of different members may differ in type
 */
record GraphQlForm(Model model, boolean sent) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  ObjectNode of(Structure type, JsonNode json) {
    ObjectNode form = NODES.objectNode();
    for (Property property : type.properties()) {
      if (json.has(property.name())) {
        form.set(property.name(), of(property.use(), json.get(property.name())));
      }
    }
    return form;
  }

  private ObjectNode member(Family family, JsonNode json) {
    Structure type =
        model.members(family).stream()
            .filter(each -> each.name().equals(json.get(ModelSources.TAG).asText()))
            .findFirst()
            .orElseThrow();
    ObjectNode fields = of(type, json);
    ObjectNode form = NODES.objectNode();
    if (sent) {
      return form.set(type.name().toLowerCase(Locale.ROOT), fields);
    }
    fields.properties().forEach(each -> form.set(alias(type, each.getKey()), each.getValue()));
    return form;
  }

  private static String alias(Structure type, String property) {
    return type.name() + "_" + property;
  }

  private JsonNode of(Use use, JsonNode json) {
    if (use instanceof Use.Named named
        && model.types().get(named.index()) instanceof Family family) {
      return member(family, json);
    }
    if (use instanceof Use.Named named
        && model.types().get(named.index()) instanceof Structure structure) {
      return of(structure, json);
    }
    if (use instanceof Use.Several several) {
      ArrayNode elements = NODES.arrayNode();
      json.forEach(element -> elements.add(of(several.element(), element)));
      return elements;
    }
    if (use instanceof Use.Keyed keyed) {
      ArrayNode entries = NODES.arrayNode();
      for (Map.Entry<String, JsonNode> entry : json.properties()) {
        entries
            .addObject()
            .<ObjectNode>set("key", key(keyed.key(), entry.getKey()))
            .set("value", of(keyed.value(), entry.getValue()));
      }
      return entries;
    }
    return json;
  }

  private static JsonNode key(Atom atom, String text) {
    return switch (atom) {
      case BOOLEAN -> NODES.booleanNode(Boolean.parseBoolean(text));
      case BYTE, SHORT, INT, LONG -> NODES.numberNode(Long.parseLong(text));
      default -> NODES.textNode(text);
    };
  }

  /** The fields to ask for, as deep as these values of the type are. */
  String selection(Structure type, List<JsonNode> values) {
    return type.properties().stream()
        .map(property -> property.name() + selection(property.use(), in(values, property.name())))
        .collect(Collectors.joining(" ", " { __typename ", " }"));
  }

  private String fragment(Structure type, List<JsonNode> values) {
    return type.properties().stream()
        .filter(property -> values.stream().anyMatch(v -> v.has(alias(type, property.name()))))
        .map(
            property ->
                alias(type, property.name())
                    + ": "
                    + property.name()
                    + selection(property.use(), in(values, alias(type, property.name()))))
        .collect(Collectors.joining(" ", " { __typename ", " }"));
  }

  private String selection(Use use, List<JsonNode> values) {
    if (use instanceof Use.Named named
        && model.types().get(named.index()) instanceof Family family) {
      return model.members(family).stream()
          .map(type -> " ... on " + type.name() + fragment(type, values))
          .collect(Collectors.joining("", " { __typename", " }"));
    }
    if (use instanceof Use.Named named) {
      if (!(model.types().get(named.index()) instanceof Structure structure)) {
        return "";
      }
      return values.isEmpty() ? " { __typename }" : selection(structure, values);
    }
    if (use instanceof Use.Several several) {
      return selection(several.element(), elements(values));
    }
    if (use instanceof Use.Keyed keyed) {
      return " { key value" + selection(keyed.value(), in(elements(values), "value")) + " }";
    }
    return "";
  }

  private static List<JsonNode> in(List<JsonNode> values, String name) {
    return values.stream().filter(value -> value.has(name)).map(value -> value.get(name)).toList();
  }

  private static List<JsonNode> elements(List<JsonNode> values) {
    return values.stream()
        .flatMap(value -> StreamSupport.stream(value.spliterator(), false))
        .toList();
  }
}
