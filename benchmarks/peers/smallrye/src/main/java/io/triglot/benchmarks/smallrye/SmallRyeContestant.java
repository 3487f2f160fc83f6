package io.triglot.benchmarks.smallrye;

import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.bootstrap.Bootstrap;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.schema.SchemaBuilder;
import io.smallrye.graphql.schema.model.Schema;
import io.triglot.benchmarks.contest.Contestant;
import io.triglot.benchmarks.contest.CreateOrder;
import io.triglot.benchmarks.contest.Order;
import io.triglot.benchmarks.contest.OrderStatus;
import io.triglot.benchmarks.contest.Product;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jboss.jandex.Index;
import org.jspecify.annotations.Nullable;

/** SmallRye GraphQL, which has a cache of documents of its own. */
public final class SmallRyeContestant implements Contestant {
  private final JsonProvider json = JsonProvider.provider();
  private @Nullable ExecutionService service;

  @Override
  public String name() {
    return "SmallRye GraphQL";
  }

  @Override
  public void start() throws Exception {
    Schema schema =
        SchemaBuilder.build(
            Index.of(
                ShopApi.class, Product.class, Order.class, OrderStatus.class, CreateOrder.class));
    GraphQLSchema graphQl = Bootstrap.bootstrap(schema, true);
    service = new ExecutionService(graphQl, schema);
  }

  @Override
  public byte[] answer(byte[] body) {
    try (JsonReader request = json.createReader(new ByteArrayInputStream(body))) {
      byte[][] answer = new byte[1][];
      Objects.requireNonNull(service)
          .executeSync(
              request.readObject(),
              response ->
                  answer[0] =
                      response.getExecutionResultAsString().getBytes(StandardCharsets.UTF_8));
      return Objects.requireNonNull(answer[0]);
    }
  }
}
