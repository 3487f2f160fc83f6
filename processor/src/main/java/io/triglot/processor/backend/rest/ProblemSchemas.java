package io.triglot.processor.backend.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.ErrorType;
import java.util.Collection;
import java.util.List;

/**
 * Writes the schemas of errors: that of all problems (RFC 9457), and one for each declared error.
 */
record ProblemSchemas(SchemaEmitter schemas) {
  /** The name of the schema that all errors have in common. */
  static final String PROBLEM = "Problem";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** The errors that the operations of the tree declare, by Java name. */
  static List<ErrorType> declared(RestTree tree) {
    return declared(tree, tree.methods().toList());
  }

  /** The errors that these methods declare, by Java name. */
  static List<ErrorType> declared(RestTree tree, Collection<ResourceMethod> methods) {
    return methods.stream()
        .flatMap(method -> method.operation().errors().stream())
        .distinct()
        .sorted()
        .map(name -> tree.model().errors().get(name))
        .toList();
  }

  /** The name of an error's schema: that of the exception, with {@code Problem} at its end. */
  static String name(ErrorType error) {
    return error.javaName().simpleName().replaceFirst("(?<=.)(Exception|Error)$", "") + PROBLEM;
  }

  /** The HTTP status of an error of a canonical code, as the runtime has it. */
  static int status(String code) {
    return switch (code) {
      case "CANCELLED" -> 499;
      case "INVALID_ARGUMENT", "OUT_OF_RANGE" -> 400;
      case "DEADLINE_EXCEEDED" -> 504;
      case "NOT_FOUND" -> 404;
      case "ALREADY_EXISTS", "FAILED_PRECONDITION", "ABORTED" -> 409;
      case "PERMISSION_DENIED" -> 403;
      case "RESOURCE_EXHAUSTED" -> 429;
      case "UNIMPLEMENTED" -> 501;
      case "UNAVAILABLE" -> 503;
      case "UNAUTHENTICATED" -> 401;
      default -> 500;
    };
  }

  /** The schema of all errors. */
  static ObjectNode problem() {
    ObjectNode schema =
        NODES
            .objectNode()
            .put("description", "Why a request failed (RFC 9457).")
            .put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    properties.set(
        "type", text("A URI that names the kind of problem.").put("format", "uri-reference"));
    properties.set("title", text("What the status says in words."));
    properties.set("status", integer("The HTTP status."));
    properties.set("detail", text("What went wrong, as a sentence."));
    properties.set(
        "instance",
        text("A URI that names this one incident, where there is one.")
            .put("format", "uri-reference"));
    properties.set("code", text("The canonical code, one of google.rpc.Code."));
    properties.set("reason", text("A constant that programs can switch on."));
    ObjectNode violations =
        properties.putObject("violations").put("description", "The values at fault.");
    violations.put("type", "array");
    ObjectNode violation = violations.putObject("items").put("type", "object");
    ObjectNode members = violation.putObject("properties");
    members.set("field", text("The path of the value in the request."));
    members.set("description", text("What is wrong with it."));
    violation.putArray("required").add("field").add("description");
    schema
        .putArray("required")
        .add("type")
        .add("title")
        .add("status")
        .add("detail")
        .add("code")
        .add("reason");
    return schema;
  }

  /** The schema of a declared error. */
  ObjectNode error(ErrorType error) {
    ObjectNode schema =
        SchemaEmitter.described(NODES.objectNode(), error.doc(), error.deprecation());
    ObjectNode own = NODES.objectNode().put("type", "object");
    ObjectNode properties = own.putObject("properties");
    properties.putObject("reason").put("const", error.reason());
    error
        .properties()
        .forEach(
            property ->
                properties.set(
                    property.name(),
                    SchemaEmitter.described(
                        schemas.schema(property.type()), property.doc(), property.deprecation())));
    ArrayNode required = own.putArray("required").add("reason");
    error.properties().stream()
        .filter(property -> !property.type().nullable())
        .map(ErrorType.Property::name)
        .filter(name -> !problem().path("properties").has(name))
        .forEach(required::add);
    schema.putArray("allOf").add(SchemaEmitter.reference(PROBLEM)).add(own);
    return schema;
  }

  private static ObjectNode text(String description) {
    return SchemaEmitter.described(NODES.objectNode().put("type", "string"), new Doc(description));
  }

  private static ObjectNode integer(String description) {
    return SchemaEmitter.described(
        NODES.objectNode().put("type", "integer").put("format", "int32"), new Doc(description));
  }
}
