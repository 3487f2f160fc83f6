package io.triglot.conformance;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
  public boolean offers(OperationDescriptor operation) {
    return field(operation) != null;
  }

  private @Nullable GraphQLFieldDefinition field(OperationDescriptor operation) {
    GraphQLObjectType root = schema == null ? null : root(schema, operation.kind());
    return root == null ? null : root.getField(operation.name());
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
      OperationDescriptor operation, ObjectNode arguments, Map<String, String> headers) {
    GraphQLFieldDefinition field = field(operation);
    if (field == null) {
      throw new IllegalArgumentException(operation.id() + " is not offered on GraphQL");
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode variables = body.putObject("variables");
    List<GraphQLArgument> given =
        field.getArguments().stream().filter(each -> arguments.has(each.getName())).toList();
    for (GraphQLArgument argument : given) {
      JsonNode value = arguments.get(argument.getName());
      variables.set(argument.getName(), GraphQlValues.of(value, argument.getType()));
    }
    body.put("query", document(operation.kind(), field, given));
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
      OperationKind kind, GraphQLFieldDefinition field, List<GraphQLArgument> given) {
    String declared = given.stream().map(GraphQlClient::declaration).collect(joining(", "));
    String passed =
        given.stream().map(each -> each.getName() + ": $" + each.getName()).collect(joining(", "));
    boolean leaf = GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()));
    return kind.name().toLowerCase(Locale.ROOT)
        + parenthesized(declared)
        + " { "
        + field.getName()
        + parenthesized(passed)
        + (leaf ? " }" : " { __typename } }");
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
