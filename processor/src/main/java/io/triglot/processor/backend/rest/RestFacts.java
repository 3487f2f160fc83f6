package io.triglot.processor.backend.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.contract.Fact;
import io.triglot.processor.contract.FactSheet;
import io.triglot.processor.javagen.MetadataCode;
import io.triglot.processor.model.ErrorType;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.JsonTree;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the OpenAPI document says that clients rely on, read from the document's own parts. */
final class RestFacts {
  private static final String REQUIRED = ", required";

  private final FactSheet sheet = new FactSheet(Protocol.REST);
  private final RestTree tree;
  private final SchemaEmitter schemas;

  private RestFacts(RestTree tree) {
    this.tree = tree;
    this.schemas = new SchemaEmitter(tree.model());
  }

  /** The facts of a tree. */
  static List<Fact> of(RestTree tree) {
    RestFacts facts = new RestFacts(tree);
    tree.resources().forEach(facts::addResource);
    List<ErrorType> errors = ProblemSchemas.declared(tree);
    errors.forEach(facts::addError);
    SchemaReach.from(tree.model(), mentioned(tree, errors)).forEach(facts::addType);
    return facts.sheet.facts();
  }

  private static Stream<TypeRef> mentioned(RestTree tree, List<ErrorType> errors) {
    return Stream.of(
            tree.methods().map(ResourceMethod::operation).flatMap(RestTree::mentioned),
            errors.stream().flatMap(error -> error.properties().stream()).map(each -> each.type()),
            tree.expanded())
        .flatMap(each -> each);
  }

  private void addResource(Resource resource) {
    OpenApiOperations operations = new OpenApiOperations(tree, SecurityScheme.BEARER);
    JavaName owner = resource.service().javaName();
    for (ResourceMethod method : resource.methods()) {
      ObjectNode operation = operations.operation(resource.service(), method);
      Fact block = sheet.block("method", route(method), owner, method.origin());
      Map<String, Origin> origins =
          method.operation().received().stream()
              .collect(Collectors.toMap(Parameter::name, Parameter::origin, (a, b) -> a));
      method
          .operation()
          .metadata()
          .forEach(each -> origins.putIfAbsent(MetadataCode.name(each), each.origin()));
      sheet.add(block, "@id", operation.path("operationId").asText());
      addSecurity(block, operation);
      method
          .success()
          .eventId()
          .ifPresent(field -> sheet.add(block, "@event", field.json().name(), field.origin()));
      JsonNode parameters = operation.path("parameters");
      for (int i = 0; i < parameters.size(); i++) {
        addParameter(block, i, parameters.get(i), origins);
      }
      addBody(block, operation.path("requestBody"), origins);
      if (method.isExpandable()) {
        new ExpansionSchemas(new Expansions(tree.model(), resource.service()), schemas)
            .fields(method.operation().result())
            .forEach(
                (path, field) ->
                    sheet.add(
                        block,
                        "expand " + path,
                        SchemaText.of(schemas.schema(field.value())),
                        field.origin()));
      }
      operation
          .path("responses")
          .properties()
          .forEach(each -> addResponse(block, each.getKey(), each.getValue()));
    }
  }

  /** The route without the names of its variables, {@code GET /products/{}}. */
  private static String route(ResourceMethod method) {
    return method.route().replaceAll("\\{[^}]*}", "{}");
  }

  private void addSecurity(Fact block, JsonNode operation) {
    JsonNode roles = operation.path(OpenApiOperations.ROLES);
    String callers =
        roles.isEmpty()
            ? operation.path("security").isEmpty() ? "all" : "signed-in"
            : StreamSupport.stream(roles.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("|"));
    sheet.add(block, "@callers", callers);
  }

  private void addParameter(
      Fact block, int index, JsonNode parameter, Map<String, Origin> origins) {
    String name = parameter.path("name").asText();
    // The variables of the path come first, and clients do not see their names.
    String in = parameter.path("in").asText();
    add(
        block,
        in.equals("path") ? "path " + (index + 1) : in + " " + name,
        value(parameter.path("schema"), parameter.path("required").asBoolean()),
        origins.get(name));
  }

  private void addBody(Fact block, JsonNode body, Map<String, Origin> origins) {
    String type =
        Stream.of(MediaTypes.FORM, MediaTypes.MULTIPART, MediaTypes.OCTETS, MediaTypes.NDJSON)
            .filter(body.path("content")::has)
            .findFirst()
            .orElse(MediaTypes.JSON);
    JsonNode schema = body.path("content").path(type).path("schema");
    if (body.path("content").has(MediaTypes.MERGE_PATCH)) {
      sheet.add(block, "@patch", MediaTypes.MERGE_PATCH);
    }
    if (schema.has("properties")) {
      sheet.add(
          block, "@body", bodyKind(type) + (body.path("required").asBoolean() ? REQUIRED : ""));
      addProperties(block, "body", schema, origins);
    } else if (!schema.isMissingNode()) {
      String lines = type.equals(MediaTypes.NDJSON) ? "lines of " : "";
      sheet.add(block, "@body", lines + value(schema, body.path("required").asBoolean()));
    }
  }

  private static String bodyKind(String mediaType) {
    return switch (mediaType) {
      case MediaTypes.FORM -> "form";
      case MediaTypes.MULTIPART -> "parts";
      default -> "object";
    };
  }

  /** Adds a response, unless it is one that operations have in common. */
  private void addResponse(Fact block, String status, JsonNode response) {
    if (response.path("content").isEmpty() && !response.has("$ref")) {
      sheet.add(block, "response " + status, "");
    }
    response
        .path("content")
        .properties()
        .forEach(
            content ->
                sheet.add(
                    block,
                    "response " + status + " " + content.getKey(),
                    SchemaText.of(content.getValue().path("schema"))));
  }

  private void addError(ErrorType error) {
    addSchema(
        ProblemSchemas.name(error),
        new ProblemSchemas(schemas).error(error),
        error.javaName(),
        error.origin(),
        Map.of());
  }

  private void addType(JavaName name) {
    TypeDefinition type = tree.model().definition(new NamedRef(name, false));
    Map<String, Origin> origins = new HashMap<>();
    if (type instanceof ObjectType object) {
      JsonTree.of(tree.model(), object).stream()
          .flatMap(JsonTree::leaves)
          .forEach(leaf -> origins.put(leaf.field().json().name(), leaf.field().origin()));
    }
    schemas
        .definitions(type)
        .forEach((schema, node) -> addSchema(schema, node, name, type.origin(), origins));
  }

  private void addSchema(
      String name, JsonNode schema, JavaName owner, Origin origin, Map<String, Origin> origins) {
    Fact block = sheet.block("schema", name, owner, origin);
    sheet.add(block, "@type", schema.path("type").asText("any"));
    schema.path("enum").forEach(value -> sheet.add(block, "value " + value.asText(), ""));
    for (String limit : List.of("minimum", "maximum")) {
      if (schema.has(limit)) {
        sheet.add(block, "@" + limit, schema.get(limit).asText());
      }
    }
    schema.path("oneOf").forEach(each -> sheet.add(block, "member " + SchemaText.of(each), ""));
    JsonNode discriminator = schema.path("discriminator");
    if (discriminator.has("propertyName")) {
      sheet.add(block, "@discriminator", discriminator.get("propertyName").asText());
    }
    discriminator
        .path("mapping")
        .properties()
        .forEach(each -> sheet.add(block, "tag " + each.getKey(), each.getValue().asText()));
    addProperties(block, "property", schema, origins);
    schema.path("allOf").forEach(part -> addPart(block, part, origins));
  }

  private void addPart(Fact block, JsonNode part, Map<String, Origin> origins) {
    if (part.has("$ref")) {
      sheet.add(block, "all of " + SchemaText.of(part), "");
    } else {
      addProperties(block, "property", part, origins);
    }
  }

  private void addProperties(
      Fact block, String kind, JsonNode schema, Map<String, Origin> origins) {
    Set<String> required = texts(schema.path("required"));
    schema
        .path("properties")
        .properties()
        .forEach(
            each ->
                add(
                    block,
                    kind + " " + each.getKey(),
                    value(each.getValue(), required.contains(each.getKey())),
                    origins.get(each.getKey())));
  }

  private void add(Fact block, String member, String value, @Nullable Origin at) {
    if (at == null) {
      sheet.add(block, member, value);
    } else {
      sheet.add(block, member, value, at);
    }
  }

  private static String value(JsonNode schema, boolean required) {
    return SchemaText.of(schema) + (required ? REQUIRED : "");
  }

  private static Set<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }
}
