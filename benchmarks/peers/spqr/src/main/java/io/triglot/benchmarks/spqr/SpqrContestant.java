package io.triglot.benchmarks.spqr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import io.leangen.graphql.ExecutableSchema;
import io.leangen.graphql.GraphQLRuntime;
import io.leangen.graphql.GraphQLSchemaGenerator;
import io.triglot.benchmarks.contest.Contestant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** GraphQL SPQR, with a cache of documents. */
public final class SpqrContestant implements Contestant {
  private final ObjectMapper mapper = new ObjectMapper();
  private final Map<String, PreparsedDocumentEntry> documents = new ConcurrentHashMap<>();
  private @Nullable GraphQL graphQl;

  @Override
  public String name() {
    return "SPQR";
  }

  @Override
  public void start() {
    ExecutableSchema schema =
        new GraphQLSchemaGenerator()
            .withBasePackages("io.triglot.benchmarks.contest")
            .withOperationsFromSingleton(new ShopOperations())
            .generateExecutable();
    graphQl =
        GraphQLRuntime.newGraphQL(schema)
            .preparsedDocumentProvider(
                (input, parse) ->
                    documents.computeIfAbsent(input.getQuery(), query -> parse.apply(input)))
            .build();
  }

  @Override
  public byte[] answer(byte[] body) throws Exception {
    JsonNode request = mapper.readTree(body);
    @SuppressWarnings("unchecked")
    Map<String, Object> variables = mapper.convertValue(request.get("variables"), Map.class);
    return mapper.writeValueAsBytes(
        Objects.requireNonNull(graphQl)
            .execute(
                ExecutionInput.newExecutionInput(request.get("query").asText())
                    .variables(variables)
                    .build())
            .toSpecification());
  }
}
