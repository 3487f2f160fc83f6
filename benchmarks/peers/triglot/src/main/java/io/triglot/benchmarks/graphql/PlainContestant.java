package io.triglot.benchmarks.graphql;

import static graphql.schema.idl.TypeRuntimeWiring.newTypeWiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.Coercing;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.triglot.benchmarks.contest.Contestant;
import io.triglot.benchmarks.contest.CreateOrder;
import io.triglot.benchmarks.contest.Order;
import io.triglot.benchmarks.contest.Product;
import io.triglot.benchmarks.contest.Shop;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.dataloader.BatchLoader;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

/** graphql-java as its documentation shows it: a schema from SDL, property fetchers, Jackson. */
public class PlainContestant implements Contestant {
  private final Shop shop = new Shop();
  private final ObjectMapper mapper = new ObjectMapper();
  private @Nullable GraphQL graphQl;

  @Override
  public String name() {
    return "graphql-java";
  }

  @Override
  public void start() throws Exception {
    try (InputStream sdl = Contestant.class.getResourceAsStream("/shop.graphqls")) {
      graphQl =
          prepared(
                  GraphQL.newGraphQL(
                      new SchemaGenerator()
                          .makeExecutableSchema(
                              new SchemaParser().parse(Objects.requireNonNull(sdl)), wiring())))
              .build();
    }
  }

  /** Sets what a variant sets. */
  GraphQL.Builder prepared(GraphQL.Builder builder) {
    return builder;
  }

  @Override
  public byte[] answer(byte[] body) throws Exception {
    JsonNode request = mapper.readTree(body);
    @SuppressWarnings("unchecked")
    Map<String, Object> variables = mapper.convertValue(request.get("variables"), Map.class);
    DataLoaderRegistry loaders = new DataLoaderRegistry();
    BatchLoader<Order, Product> products =
        orders -> CompletableFuture.completedFuture(shop.productsOf(orders));
    loaders.register("products", DataLoaderFactory.newDataLoader(products));
    return mapper.writeValueAsBytes(
        Objects.requireNonNull(graphQl)
            .execute(
                ExecutionInput.newExecutionInput(request.get("query").asText())
                    .variables(variables)
                    .dataLoaderRegistry(loaders)
                    .build())
            .toSpecification());
  }

  private RuntimeWiring wiring() {
    DataFetcher<?> product =
        environment -> {
          DataLoader<Order, Product> loader =
              Objects.requireNonNull(environment.getDataLoader("products"));
          return loader.load(Objects.requireNonNull(environment.<Order>getSource()));
        };
    return RuntimeWiring.newRuntimeWiring()
        .scalar(dateTime())
        .type(
            newTypeWiring("Query")
                .dataFetcher("products", environment -> shop.products())
                .dataFetcher("orders", environment -> shop.orders())
                .dataFetcher(
                    "product",
                    environment ->
                        shop.product(Objects.requireNonNull(environment.getArgument("id")))))
        .type(newTypeWiring("Order").dataFetcher("product", product))
        .type(
            newTypeWiring("Mutation")
                .dataFetcher(
                    "createOrder",
                    environment ->
                        shop.createOrder(
                            mapper.convertValue(
                                environment.getArgument("input"), CreateOrder.class))))
        .build();
  }

  private static GraphQLScalarType dateTime() {
    Coercing<Object, String> text =
        new Coercing<>() {
          @Override
          public String serialize(Object value, GraphQLContext context, Locale locale) {
            return value.toString();
          }
        };
    return GraphQLScalarType.newScalar().name("DateTime").coercing(text).build();
  }

  /** The same with a cache of documents. */
  public static final class WithCache extends PlainContestant {
    private final Map<String, PreparsedDocumentEntry> documents = new ConcurrentHashMap<>();

    @Override
    public String name() {
      return "graphql-java with a document cache";
    }

    @Override
    GraphQL.Builder prepared(GraphQL.Builder builder) {
      return builder.preparsedDocumentProvider(
          (input, parse) ->
              CompletableFuture.completedFuture(
                  documents.computeIfAbsent(input.getQuery(), query -> parse.apply(input))));
    }
  }
}
