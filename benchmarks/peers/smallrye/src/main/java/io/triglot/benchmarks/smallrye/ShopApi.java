package io.triglot.benchmarks.smallrye;

import io.triglot.benchmarks.contest.CreateOrder;
import io.triglot.benchmarks.contest.Order;
import io.triglot.benchmarks.contest.Product;
import io.triglot.benchmarks.contest.Shop;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The shop, as MicroProfile GraphQL has it. */
@GraphQLApi
public class ShopApi {
  private final Shop shop = new Shop();

  @Query
  public List<Product> products() {
    return shop.products();
  }

  @Query
  public Product product(@Name("id") @Id @NonNull String id) {
    return shop.product(id);
  }

  @Query
  public List<Order> orders() {
    return shop.orders();
  }

  @Name("product")
  public List<Product> productOf(@Source List<Order> orders) {
    return shop.productsOf(orders);
  }

  @Mutation
  public Order createOrder(@Name("input") @NonNull CreateOrder input) {
    return shop.createOrder(input);
  }
}
