package io.triglot.server.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.protobuf.Descriptors.MethodDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The types of an API, from the contracts that are served. What has one name on several protocols
 * is one type, and one field of it.
 */
public final class TypeCatalog {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String INPUT = "Input";

  private final Map<String, Entry> types = new TreeMap<>();

  private record Entry(List<String> docs, Map<String, Row> rows) {}

  private record Row(String name, List<String> docs, Map<String, String> forms) {}

  private TypeCatalog() {}

  /**
   * Lists the types.
   *
   * @param openApi the OpenAPI document as JSON; empty where there is none
   * @param sdl the GraphQL schema; empty where that is not told
   * @param rpcs all rpcs
   */
  public static List<ApiListing.Type> of(
      String openApi, String sdl, Collection<MethodDescriptor> rpcs) {
    TypeCatalog catalog = new TypeCatalog();
    JsonTypes.of(read(openApi)).forEach(type -> catalog.add("REST", type.name(), type));
    List<ContractType> messages = ProtoTypes.of(rpcs);
    messages.forEach(type -> catalog.types.computeIfAbsent(type.name(), TypeCatalog::entry));
    List<ContractType> objects = GraphQlTypes.of(sdl);
    objects.forEach(type -> catalog.addGraphQl(type, objects));
    messages.forEach(type -> catalog.add("gRPC", type.name(), type));
    return catalog.types.entrySet().stream()
        .filter(type -> !type.getValue().rows().isEmpty())
        .map(type -> listed(type.getKey(), type.getValue()))
        .toList();
  }

  /** The input type of what is an object, too, says nothing that the object does not. */
  private void addGraphQl(ContractType type, List<ContractType> all) {
    String name = type.name();
    String base = name.endsWith(INPUT) ? name.substring(0, name.length() - INPUT.length()) : name;
    if (base.equals(name) || types.containsKey(name)) {
      add("GraphQL", name, type);
    } else if (all.stream().noneMatch(each -> each.name().equals(base))) {
      add("GraphQL", types.containsKey(base) ? base : name, type);
    }
  }

  private void add(String protocol, String name, ContractType type) {
    Entry entry = types.computeIfAbsent(name, TypeCatalog::entry);
    entry.docs().add(type.doc());
    for (ContractType.Field field : type.fields()) {
      Row row =
          entry
              .rows()
              .computeIfAbsent(
                  field.key(),
                  key -> new Row(field.name(), new ArrayList<>(), new LinkedHashMap<>()));
      row.docs().add(field.doc());
      row.forms().put(protocol, field.type());
    }
  }

  private static Entry entry(String name) {
    return new Entry(new ArrayList<>(), new LinkedHashMap<>());
  }

  private static ApiListing.Type listed(String name, Entry entry) {
    return new ApiListing.Type(
        name,
        first(entry.docs()),
        entry.rows().values().stream()
            .map(row -> new ApiListing.Field(row.name(), first(row.docs()), row.forms()))
            .toList());
  }

  private static String first(List<String> texts) {
    return texts.stream().filter(text -> !text.isEmpty()).findFirst().orElse("");
  }

  private static JsonNode read(String openApi) {
    try {
      return openApi.isEmpty() ? MAPPER.createObjectNode() : MAPPER.readTree(openApi);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
