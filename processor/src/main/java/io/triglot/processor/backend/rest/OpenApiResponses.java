package io.triglot.processor.backend.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.backend.rest.ResourceMethod.Absent;
import io.triglot.processor.model.Access;
import io.triglot.processor.model.ErrorType;
import io.triglot.processor.model.IdempotencyKeys;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes the responses of operations: the successful ones, and the problems by their status. What
 * many operations answer alike is a component that they refer to.
 */
record OpenApiResponses(RestTree tree, SchemaEmitter schemas) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String ACCEPTED = "Accepted; the work is still to be done.";

  /** The responses of an operation, by status. */
  ObjectNode responses(ResourceMethod method, ExpansionSchemas expansions) {
    ObjectNode responses = NODES.objectNode();
    if (method.isDownload()) {
      responses.set("200", download(method));
    } else if (!method.isVoid()) {
      responses.set(String.valueOf(method.status()), content(method, expansions));
    }
    if (method.isConditional()) {
      ObjectNode unchanged = responses.putObject("304");
      unchanged.put("description", "The caller has it already.");
      ResponseHeaders.addTo(unchanged, method, 304);
    }
    if (method.isAccepted() && method.isVoid()) {
      ObjectNode accepted = responses.putObject("202");
      accepted.put("description", ACCEPTED);
      ResponseHeaders.addTo(accepted, method, 202);
    } else if (!method.isAccepted()
        && (method.isVoid() || method.success().absent() == Absent.NO_CONTENT)) {
      ObjectNode none = responses.putObject("204");
      none.put("description", "Done; there is no content.");
      ResponseHeaders.addTo(none, method, 204);
    }
    problems(method)
        .forEach(
            (status, causes) ->
                responses.set(
                    status,
                    shared(causes)
                        .map(cause -> reference(cause.component()))
                        .orElseGet(() -> problem(causes))));
    return responses;
  }

  /** The components that the responses of these methods refer to, by name. */
  SortedMap<String, ObjectNode> components(Collection<ResourceMethod> methods) {
    SortedMap<String, ObjectNode> components = new TreeMap<>();
    methods.stream()
        .flatMap(method -> problems(method).values().stream())
        .forEach(
            causes ->
                shared(causes)
                    .ifPresent(cause -> components.put(cause.component(), problem(causes))));
    return components;
  }

  private static Optional<Cause> shared(List<Cause> causes) {
    return causes.size() == 1
        ? Optional.of(causes.get(0)).filter(cause -> !cause.component().isEmpty())
        : Optional.empty();
  }

  private static ObjectNode reference(String component) {
    return NODES.objectNode().put("$ref", "#/components/responses/" + component);
  }

  /** Content of whatever type, which has no schema (OpenAPI 3.1, section 4.8.14.2). */
  private static ObjectNode download(ResourceMethod method) {
    ObjectNode response = NODES.objectNode().put("description", "The content.");
    response.putObject("content").putObject("*/*").putObject("schema");
    ResponseHeaders.addDisposition(response);
    ResponseHeaders.addTo(response, method, 200);
    return response;
  }

  private ObjectNode content(ResourceMethod method, ExpansionSchemas expansions) {
    TypeRef result = method.operation().result().present();
    ObjectNode schema = method.isExpandable() ? expansions.schema(result) : schemas.schema(result);
    ObjectNode response = NODES.objectNode();
    if (method.isStream()) {
      response.put("description", "A stream whose events, or lines, are documents of this schema.");
    } else {
      response.put("description", description(method.status()));
    }
    ResponseHeaders.addTo(response, method, method.status());
    ObjectNode content = response.putObject("content");
    if (method.isStream()) {
      content.putObject(MediaTypes.EVENT_STREAM).set("schema", schema);
      content.putObject(MediaTypes.NDJSON).set("schema", schema.deepCopy());
      content
          .putObject(MediaTypes.JSON)
          .putObject("schema")
          .put("type", "array")
          .set("items", schema.deepCopy());
    } else {
      content.putObject(MediaTypes.JSON).set("schema", schema);
    }
    return response;
  }

  private static String description(int status) {
    return switch (status) {
      case 201 -> "Created.";
      case 202 -> ACCEPTED;
      default -> "Done.";
    };
  }

  /**
   * A cause of a problem.
   *
   * @param component the name of the response that tells it; empty where no other operation has it
   * @param schema the name of its schema
   */
  private record Cause(String component, String description, String schema) {
    static final Cause INVALID =
        shared("Invalid", "A value of the request is missing or not as expected.");
    static final Cause UNAUTHENTICATED = shared("Unauthenticated", "The caller is not signed in.");
    static final Cause DENIED = shared("PermissionDenied", "The caller may not do this.");
    static final Cause NOT_FOUND = shared("NotFound", "There is none.");
    static final Cause CHANGED =
        shared("VersionMismatch", "The version is not the one that `If-Match` expects.");
    static final Cause UNCONDITIONAL = shared("VersionRequired", "`If-Match` is missing.");
    static final Cause KEY_IN_USE =
        shared("KeyInUse", "A call with this `Idempotency-Key` is being made.");
    static final Cause KEY_REUSED =
        shared("KeyReused", "The `Idempotency-Key` was sent with other arguments.");
    static final Cause REFUSED = shared("Refused", "The request was refused.");
    static final Cause FAILED = shared("Failed", "The server failed.");

    static Cause of(ErrorType error) {
      String doc = error.doc().isEmpty() ? "" : ": " + error.doc().text();
      return new Cause("", "`" + error.reason() + "`" + doc, ProblemSchemas.name(error));
    }

    private static Cause shared(String component, String description) {
      return new Cause(component, description, ProblemSchemas.PROBLEM);
    }
  }

  private SortedMap<String, List<Cause>> problems(ResourceMethod method) {
    SortedMap<String, List<Cause>> problems = new TreeMap<>();
    Operation operation = method.operation();
    Access.Level level = operation.access().level();
    IdempotencyKeys keys = operation.traits().keys();
    if (!operation.received().isEmpty()
        || !operation.metadata().isEmpty()
        || method.isSparse()
        || method.isExpandable()
        || keys == IdempotencyKeys.REQUIRED) {
      add(problems, "400", Cause.INVALID);
    }
    if (level == Access.Level.AUTHENTICATED || level == Access.Level.ROLES) {
      add(problems, "401", Cause.UNAUTHENTICATED);
    }
    if (level == Access.Level.ROLES || level == Access.Level.DENIED) {
      add(problems, "403", Cause.DENIED);
    }
    if (method.success().absent() == Absent.NOT_FOUND) {
      add(problems, "404", Cause.NOT_FOUND);
    }
    method
        .expectedVersion()
        .ifPresent(
            expected -> {
              add(problems, "412", Cause.CHANGED);
              if (!expected.type().nullable()) {
                add(problems, "428", Cause.UNCONDITIONAL);
              }
            });
    if (keys != IdempotencyKeys.NONE) {
      add(problems, "409", Cause.KEY_IN_USE);
      add(problems, "422", Cause.KEY_REUSED);
    }
    for (ErrorType error : ProblemSchemas.declared(tree, List.of(method))) {
      add(problems, String.valueOf(ProblemSchemas.status(error.code())), Cause.of(error));
    }
    add(problems, "4XX", Cause.REFUSED);
    add(problems, "5XX", Cause.FAILED);
    return problems;
  }

  private static void add(SortedMap<String, List<Cause>> problems, String status, Cause cause) {
    problems.computeIfAbsent(status, absent -> new ArrayList<>()).add(cause);
  }

  private static ObjectNode problem(List<Cause> causes) {
    ObjectNode response = NODES.objectNode();
    response.put(
        "description", String.join("\n\n", causes.stream().map(Cause::description).toList()));
    List<ObjectNode> references =
        causes.stream().map(Cause::schema).distinct().map(SchemaEmitter::reference).toList();
    ObjectNode media = response.putObject("content").putObject(MediaTypes.PROBLEM);
    if (references.size() == 1) {
      media.set("schema", references.get(0));
    } else {
      ArrayNode alternatives = media.putObject("schema").putArray("anyOf");
      references.forEach(alternatives::add);
    }
    return causes.contains(Cause.REFUSED) || causes.contains(Cause.FAILED)
        ? ResponseHeaders.addRetry(response)
        : response;
  }
}
