package io.triglot.benchmarks.spqr;

import io.leangen.graphql.annotations.Batched;
import io.leangen.graphql.annotations.GraphQLArgument;
import io.leangen.graphql.annotations.GraphQLContext;
import io.leangen.graphql.annotations.GraphQLId;
import io.leangen.graphql.annotations.GraphQLMutation;
import io.leangen.graphql.annotations.GraphQLNonNull;
import io.leangen.graphql.annotations.GraphQLQuery;
import io.triglot.benchmarks.contest.CreateOrder;
import io.triglot.benchmarks.contest.Order;
import io.triglot.benchmarks.contest.Product;
import io.triglot.benchmarks.contest.Shop;
import java.util.List;

/** The shop, as SPQR reads it. */
public final class ShopOperations {
  private final Shop shop = new Shop();

  @GraphQLQuery(name = "products")
  public List<Product> products() {
    return shop.products();
  }

  @GraphQLQuery(name = "product")
  public Product product(@GraphQLArgument(name = "id") @GraphQLId @GraphQLNonNull String id) {
    return shop.product(id);
  }

  @GraphQLQuery(name = "orders")
  public List<Order> orders() {
    return shop.orders();
  }

  @Batched
  @GraphQLQuery(name = "product")
  public List<Product> productsOf(@GraphQLContext List<Order> orders) {
    return shop.productsOf(orders);
  }

  @GraphQLMutation(name = "createOrder")
  public Order createOrder(@GraphQLArgument(name = "input") @GraphQLNonNull CreateOrder input) {
    return shop.createOrder(input);
  }
}
