package io.triglot.server.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.protobuf.Descriptors.MethodDescriptor;
import io.triglot.server.page.ServiceReport.Named;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The types of an API, from the contracts that are served. What has one name on several protocols,
 * or is told to be one, is one type; what has one name in it, one field.
 */
public final class TypeCatalog {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String INPUT = "Input";
  private static final Map<String, String> PROTOCOLS =
      Map.of("rest", "REST", "graphql", "GraphQL", "grpc", "gRPC");

  private final Map<String, Entry> types = new TreeMap<>();
  private final Map<String, String> called = new HashMap<>();

  private record Entry(Map<String, String> names, List<String> docs, Map<String, Row> rows) {}

  private record Row(String name, List<String> docs, Map<String, String> forms) {}

  private TypeCatalog(Collection<Named> named) {
    for (Named type : named) {
      PROTOCOLS.forEach(
          (id, protocol) -> {
            String name = type.names().get(id);
            if (name != null) {
              called.put(protocol + " " + name, type.name());
            }
          });
      if (!type.input().isEmpty()) {
        called.put("GraphQL " + type.input(), type.name() + INPUT);
      }
    }
  }

  /**
   * Lists the types.
   *
   * @param openApi the OpenAPI document as JSON; empty where there is none
   * @param sdl the GraphQL schema; empty where that is not told
   * @param rpcs all rpcs
   * @param named the types that are not called the same in all contracts
   */
  public static List<ApiListing.Type> of(
      String openApi, String sdl, Collection<MethodDescriptor> rpcs, Collection<Named> named) {
    TypeCatalog catalog = new TypeCatalog(named);
    JsonTypes.of(read(openApi))
        .forEach(type -> catalog.add("REST", catalog.name("REST", type), type));
    List<ContractType> messages = ProtoTypes.of(rpcs);
    messages.forEach(
        type -> catalog.types.computeIfAbsent(catalog.name("gRPC", type), TypeCatalog::entry));
    List<ContractType> objects = GraphQlTypes.of(sdl);
    objects.forEach(type -> catalog.addGraphQl(type, objects));
    messages.forEach(type -> catalog.add("gRPC", catalog.name("gRPC", type), type));
    return catalog.types.entrySet().stream()
        .filter(type -> !type.getValue().rows().isEmpty())
        .map(type -> listed(type.getKey(), type.getValue()))
        .toList();
  }

  /** The input type of what is an object, too, says nothing that the object does not. */
  private void addGraphQl(ContractType type, List<ContractType> all) {
    String name = name("GraphQL", type);
    String base = name.endsWith(INPUT) ? name.substring(0, name.length() - INPUT.length()) : name;
    if (base.equals(name) || types.containsKey(name)) {
      add("GraphQL", name, type);
    } else if (all.stream().noneMatch(each -> name("GraphQL", each).equals(base))) {
      add("GraphQL", types.containsKey(base) ? base : name, type);
    }
  }

  private void add(String protocol, String name, ContractType type) {
    Entry entry = types.computeIfAbsent(name, TypeCatalog::entry);
    entry.docs().add(type.doc());
    if (!type.name().equals(name) && called.containsKey(protocol + " " + type.name())) {
      entry.names().put(protocol, type.name());
    }
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

  /** What a type of one contract is called by the others. */
  private String name(String protocol, ContractType type) {
    return called.getOrDefault(protocol + " " + type.name(), type.name());
  }

  private static Entry entry(String name) {
    return new Entry(new HashMap<>(), new ArrayList<>(), new LinkedHashMap<>());
  }

  private static ApiListing.Type listed(String name, Entry entry) {
    return new ApiListing.Type(
        name,
        entry.names(),
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
