package io.triglot.processor.backend.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.backend.rest.ResourceMethod.PathVariable;
import io.triglot.processor.backend.rest.ResourceMethod.RequestBody;
import io.triglot.processor.javagen.MetadataCode;
import io.triglot.processor.model.Access;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.EventIds;
import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.IdempotencyKeys;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.RestDeprecation;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes resource methods as operations of OpenAPI 3.1. */
final class OpenApiOperations {
  /** The member of an operation that names the roles of which a caller needs one. */
  static final String ROLES = "x-roles";

  /** The headers that OpenAPI describes otherwise (3.1, section 4.8.12). */
  private static final Set<String> UNDESCRIBED = Set.of("accept", "authorization", "content-type");

  private static final String LINES = "A stream whose lines are documents of this schema.";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final RestTree tree;
  private final SecurityScheme scheme;
  private final SchemaEmitter schemas;

  OpenApiOperations(RestTree tree, SecurityScheme scheme) {
    this.tree = tree;
    this.scheme = scheme;
    this.schemas = new SchemaEmitter(tree.model());
  }

  /** The operation that a resource method is. */
  ObjectNode operation(Service service, ResourceMethod method) {
    Operation operation = method.operation();
    ObjectNode node = NODES.objectNode();
    node.putArray("tags").add(tag(service));
    describe(node, operation);
    node.put(
        "operationId",
        ExactNames.openapi(operation.exact(), service.name() + "." + operation.name()));
    ExpansionSchemas expansions =
        new ExpansionSchemas(new Expansions(tree.model(), service), schemas);
    ArrayNode parameters = parameters(method, expansions);
    if (!parameters.isEmpty()) {
      node.set("parameters", parameters);
    }
    if (method.hasBody()) {
      node.set("requestBody", requestBody(method));
    }
    node.set("responses", new OpenApiResponses(tree, schemas).responses(method, expansions));
    if (operation.deprecation().isPresent() || operation.restDeprecation().isPresent()) {
      node.put("deprecated", true);
    }
    secure(node, operation.access());
    return node;
  }

  /** The name under which the operations of a service stand together. */
  static String tag(Service service) {
    return ExactNames.openapi(service.exact(), service.name());
  }

  private static void describe(ObjectNode node, Operation operation) {
    String text = operation.doc().text();
    String summary = text.isEmpty() ? sentence(operation.name()) : firstSentence(text);
    node.put("summary", summary);
    SchemaEmitter.described(
        node,
        operation
            .doc()
            .or(new Doc(summary + "."))
            .guarded(operation.access())
            .deprecated(operation.deprecation())
            .with(operation.restDeprecation().map(RestDeprecation::inWords).orElse("")));
  }

  /** {@code updateOrderStatus} as {@code Update order status}. */
  private static String sentence(String name) {
    String words = String.join(" ", Words.of(name));
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String firstSentence(String text) {
    return text.split("(?<=\\.)\\s|\\n\\s*\\n", 2)[0]
        .replaceAll("\\s+", " ")
        .replaceFirst("\\.$", "");
  }

  private ArrayNode parameters(ResourceMethod method, ExpansionSchemas expansions) {
    ArrayNode parameters = NODES.arrayNode();
    for (PathVariable variable : method.pathVariables()) {
      Parameter parameter = variable.parameter().orElseThrow();
      parameters.add(parameter(variable.name(), "path", true, parameter));
    }
    for (Parameter parameter : method.queryParameters()) {
      boolean required =
          !parameter.type().nullable()
              && parameter.otherwise().isEmpty()
              && !(parameter.type().carrier() instanceof ListRef);
      parameters.add(parameter(parameter.name(), "query", required, parameter));
    }
    for (Parameter parameter : method.operation().metadata()) {
      String name = MetadataCode.name(parameter);
      boolean isHeader = MetadataCode.isHeader(parameter);
      if (!isHeader || !UNDESCRIBED.contains(name.toLowerCase(Locale.ROOT))) {
        boolean required = !parameter.type().nullable() && parameter.otherwise().isEmpty();
        parameters.add(parameter(name, isHeader ? "header" : "cookie", required, parameter));
      }
    }
    if (method.isSparse()) {
      parameters.add(fields());
    }
    if (method.isExpandable()) {
      parameters.add(expansions.parameter(method.operation().result()));
    }
    EventIds.last(method.operation()).ifPresent(each -> parameters.add(lastEvent(each)));
    method.expectedVersion().ifPresent(each -> parameters.add(VersionSchemas.ifMatch(each)));
    if (method.isConditional()) {
      parameters.add(VersionSchemas.ifNoneMatch());
    }
    IdempotencyKeys keys = method.operation().traits().keys();
    if (keys != IdempotencyKeys.NONE) {
      parameters.add(key(keys));
    }
    return parameters;
  }

  private static ObjectNode fields() {
    ObjectNode node = NODES.objectNode().put("name", SparseFields.PARAMETER).put("in", "query");
    SchemaEmitter.described(
        node,
        new Doc(
            "The names of the fields that are wanted, separated by commas, such as"
                + " `id,address.city`; all where it is absent. What is not named is left out, also"
                + " where the schema requires it."));
    node.putObject("schema").put("type", "string").put("minLength", 1);
    return node;
  }

  /** What browsers send by themselves (HTML, section 9.2.4). */
  private ObjectNode lastEvent(Parameter parameter) {
    ObjectNode node = NODES.objectNode().put("name", "Last-Event-ID").put("in", "header");
    SchemaEmitter.described(
        node,
        new Doc(
            "The id of the last event that the client has received; it goes before `"
                + parameter.name()
                + "`."));
    node.set("schema", schemas.schema(parameter.type().present()));
    return node;
  }

  private static ObjectNode key(IdempotencyKeys keys) {
    ObjectNode node = NODES.objectNode().put("name", "Idempotency-Key").put("in", "header");
    SchemaEmitter.described(node, new Doc(keys.inWords()));
    if (keys == IdempotencyKeys.REQUIRED) {
      node.put("required", true);
    }
    node.putObject("schema").put("type", "string").put("minLength", 1).put("maxLength", 255);
    return node;
  }

  private ObjectNode parameter(String name, String in, boolean required, Parameter parameter) {
    ObjectNode node = NODES.objectNode().put("name", name).put("in", in);
    TypeRef type = parameter.type().present();
    ObjectNode schema =
        ConstraintSchemas.constrain(schemas.schema(type), type, parameter.constraints());
    SchemaEmitter.described(
        node,
        parameter
            .doc()
            .with(ConstraintSchemas.inWords(schema, type, parameter.constraints()))
            .deprecated(parameter.deprecation()));
    if (required) {
      node.put("required", true);
    }
    if (parameter.deprecation().isPresent()) {
      node.put("deprecated", true);
    }
    node.set(
        "schema",
        required ? exemplified(schema, type, parameter) : withDefault(schema, type, parameter));
    return node;
  }

  private ObjectNode withDefault(ObjectNode schema, TypeRef type, Parameter parameter) {
    return exemplified(
        DefaultSchemas.add(tree.model(), schema, type, parameter.otherwise()), type, parameter);
  }

  private ObjectNode exemplified(ObjectNode schema, TypeRef type, Parameter parameter) {
    return DefaultSchemas.exemplify(tree.model(), schema, type, parameter.doc());
  }

  private ObjectNode requestBody(ResourceMethod method) {
    RequestBody body = method.body();
    ObjectNode node = NODES.objectNode();
    ObjectNode schema;
    boolean required;
    if (body instanceof RequestBody.Whole whole) {
      SchemaEmitter.described(node, whole.parameter().doc());
      schema = schemas.schema(whole.parameter().type());
      required = !whole.parameter().type().nullable();
    } else if (body instanceof RequestBody.Lines lines) {
      Parameter stream = lines.parameter();
      SchemaEmitter.described(node, stream.doc().with(LINES));
      schema =
          ConstraintSchemas.constrain(
              schemas.schema(stream.type()), stream.type(), stream.constraints());
      required = true;
    } else if (body instanceof RequestBody.Content content) {
      SchemaEmitter.described(node, content.parameter().doc());
      schema = schemas.schema(content.parameter().type().present());
      required = !content.parameter().type().nullable();
    } else {
      List<Parameter> parameters =
          body instanceof RequestBody.Form form
              ? form.parameters()
              : ((RequestBody.Properties) body).parameters();
      schema = properties(parameters);
      required = schema.has("required");
    }
    ObjectNode content = node.putObject("content");
    if (method.isMergePatch()) {
      content.putObject(MediaTypes.MERGE_PATCH).set("schema", schema.deepCopy());
    }
    content.putObject(method.consumed()).set("schema", schema);
    return required ? node.put("required", true) : node;
  }

  private ObjectNode properties(List<Parameter> parameters) {
    ObjectNode schema = NODES.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = NODES.arrayNode();
    for (Parameter parameter : parameters) {
      properties.set(
          parameter.name(),
          withDefault(
              schemas.constrained(
                  parameter.type(),
                  parameter.constraints(),
                  parameter.doc(),
                  parameter.deprecation()),
              parameter.type(),
              parameter));
      if (!parameter.type().nullable() && parameter.otherwise().isEmpty()) {
        required.add(parameter.name());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema;
  }

  /**
   * Says how a caller signs in, if it has to, and of which roles it needs one. Roles are no scopes,
   * which linters look for in the scheme, and therefore have a member of their own.
   */
  private void secure(ObjectNode node, Access access) {
    ArrayNode alternatives = node.putArray("security");
    if (access.level() != Access.Level.OPEN) {
      alternatives.addObject().putArray(scheme.name());
    }
    if (access.level() == Access.Level.ROLES) {
      access.roles().stream().sorted().forEach(node.putArray(ROLES)::add);
    }
  }
}
