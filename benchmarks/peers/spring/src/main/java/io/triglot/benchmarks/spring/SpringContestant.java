package io.triglot.benchmarks.spring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import io.triglot.benchmarks.contest.Contestant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.ExecutionGraphQlResponse;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.DefaultBatchLoaderRegistry;
import org.springframework.graphql.execution.DefaultExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;

/** Spring for GraphQL, with a cache of documents, as its documentation advises. */
public final class SpringContestant implements Contestant {
  private final ObjectMapper mapper = new ObjectMapper();
  private final Map<String, PreparsedDocumentEntry> documents = new ConcurrentHashMap<>();
  private @Nullable DefaultExecutionGraphQlService service;

  @Override
  public String name() {
    return "Spring for GraphQL";
  }

  @Override
  public void start() {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    DefaultBatchLoaderRegistry loaders = new DefaultBatchLoaderRegistry();
    context.registerBean(BatchLoaderRegistry.class, () -> loaders);
    context.registerBean(ShopController.class);
    context.refresh();
    AnnotatedControllerConfigurer controllers = new AnnotatedControllerConfigurer();
    controllers.setApplicationContext(context);
    controllers.afterPropertiesSet();
    GraphQlSource source =
        GraphQlSource.schemaResourceBuilder()
            .schemaResources(new ClassPathResource("shop.graphqls"))
            .configureRuntimeWiring(wiring -> wiring.scalar(dateTime()))
            .configureRuntimeWiring(controllers)
            .configureGraphQl(
                graphQl ->
                    graphQl.preparsedDocumentProvider(
                        (input, parse) ->
                            CompletableFuture.completedFuture(
                                documents.computeIfAbsent(
                                    input.getQuery(), query -> parse.apply(input)))))
            .build();
    service = new DefaultExecutionGraphQlService(source);
    service.addDataLoaderRegistrar(loaders);
  }

  @Override
  public byte[] answer(byte[] body) throws Exception {
    JsonNode request = mapper.readTree(body);
    @SuppressWarnings("unchecked")
    Map<String, Object> variables = mapper.convertValue(request.get("variables"), Map.class);
    ExecutionGraphQlResponse response =
        Objects.requireNonNull(
            Objects.requireNonNull(service)
                .execute(
                    new DefaultExecutionGraphQlRequest(
                        request.get("query").asText(), null, variables, Map.of(), "1", Locale.ROOT))
                .block());
    return mapper.writeValueAsBytes(response.getExecutionResult().toSpecification());
  }

  private static GraphQLScalarType dateTime() {
    return GraphQLScalarType.newScalar()
        .name("DateTime")
        .coercing(
            new Coercing<Object, String>() {
              @Override
              public String serialize(Object value, GraphQLContext context, Locale locale) {
                return value.toString();
              }

              @Override
              public Object parseValue(Object input, GraphQLContext context, Locale locale) {
                throw new UnsupportedOperationException();
              }

              @Override
              public Object parseLiteral(
                  Value<?> input,
                  CoercedVariables variables,
                  GraphQLContext context,
                  Locale locale) {
                throw new UnsupportedOperationException();
              }
            })
        .build();
  }
}
