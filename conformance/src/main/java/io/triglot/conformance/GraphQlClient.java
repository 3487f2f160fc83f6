package io.triglot.conformance;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.triglot.runtime.Api;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.OperationKind;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks for the fields of the schema's root types, over HTTP and server-sent events. */
final class GraphQlClient implements ProtocolClient {
  private static final Set<String> STANDARD = Set.of("code", "reason", "violations");

  private final Http http;
  private final URI address;
  private final @Nullable GraphQLSchema schema;

  GraphQlClient(Http http, URI address, Api api) {
    this.http = http;
    this.address = address;
    String sdl = GraphQlEndpoint.of(api).sdl();
    schema =
        sdl.isBlank()
            ? null
            : UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(sdl));
  }

  @Override
  public Protocol protocol() {
    return Protocol.GRAPHQL;
  }

  @Override
  public Optional<OpenApi.Route> route(OperationDescriptor operation) {
    return field(operation).map(GraphQlSchemas::route);
  }

  /** The field of Query, Mutation or Subscription. */
  Optional<GraphQLFieldDefinition> field(OperationDescriptor operation) {
    GraphQLObjectType root = schema == null ? null : root(schema, operation.kind());
    return Optional.ofNullable(root == null ? null : root.getField(operation.name()));
  }

  private static @Nullable GraphQLObjectType root(GraphQLSchema schema, OperationKind kind) {
    return switch (kind) {
      case QUERY -> schema.getQueryType();
      case MUTATION -> schema.getMutationType();
      case SUBSCRIPTION -> schema.getSubscriptionType();
    };
  }

  @Override
  public PendingAnswer send(
      OperationDescriptor operation, Arguments arguments, Map<String, String> headers) {
    return send(operation, List.of(), arguments, headers);
  }

  /**
   * Sends a call.
   *
   * @param below the fields below that of the operation, from one object to the next
   */
  PendingAnswer send(
      OperationDescriptor operation,
      List<GraphQLFieldDefinition> below,
      Arguments arguments,
      Map<String, String> headers) {
    GraphQLFieldDefinition field =
        field(operation)
            .orElseThrow(
                () -> new IllegalArgumentException(operation.id() + " is not offered on GraphQL"));
    ObjectNode body = Json.object();
    ObjectNode variables = body.putObject("variables");
    Described described = arguments.described();
    List<GraphQLArgument> given =
        field.getArguments().stream()
            .filter(each -> arguments.first().has(each.getName()))
            .toList();
    for (GraphQLArgument argument : given) {
      String name = argument.getName();
      JsonNode value = arguments.first().get(name);
      variables.set(name, GraphQlValues.of(value, described.property(name), argument.getType()));
    }
    body.put("query", document(operation.kind(), field, given, selection(field, below)));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .header(
                "Accept",
                operation.kind() == OperationKind.SUBSCRIPTION
                    ? "text/event-stream"
                    : "application/graphql-response+json")
            .POST(BodyPublishers.ofString(body.toString()));
    headers.forEach(request::header);
    return http.send(request, GraphQlClient::answer);
  }

  private static String document(
      OperationKind kind,
      GraphQLFieldDefinition field,
      List<GraphQLArgument> given,
      String selection) {
    String declared = given.stream().map(GraphQlClient::declaration).collect(joining(", "));
    String passed =
        given.stream().map(each -> each.getName() + ": $" + each.getName()).collect(joining(", "));
    return kind.name().toLowerCase(Locale.ROOT)
        + parenthesized(declared)
        + " { "
        + field.getName()
        + parenthesized(passed)
        + selection
        + " }";
  }

  private static String selection(
      GraphQLFieldDefinition field, List<GraphQLFieldDefinition> below) {
    if (below.isEmpty()) {
      boolean leaf = GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()));
      return leaf ? "" : " { __typename }";
    }
    GraphQLFieldDefinition next = below.get(0);
    return " { " + next.getName() + selection(next, below.subList(1, below.size())) + " }";
  }

  private static String declaration(GraphQLArgument argument) {
    return "$" + argument.getName() + ": " + GraphQLTypeUtil.simplePrint(argument.getType());
  }

  private static String parenthesized(String list) {
    return list.isEmpty() ? "" : "(" + list + ")";
  }

  private static Answer answer(HttpResponse<String> response) {
    JsonNode error = Http.parse(response).path("errors").path(0);
    return error.isMissingNode()
        ? Answer.OK
        : Answer.of(error.path("extensions"), error.path("message").asText(), STANDARD);
  }
}
