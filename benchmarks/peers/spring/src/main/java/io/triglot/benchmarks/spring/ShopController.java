package io.triglot.benchmarks.spring;

import io.triglot.benchmarks.contest.CreateOrder;
import io.triglot.benchmarks.contest.Order;
import io.triglot.benchmarks.contest.Product;
import io.triglot.benchmarks.contest.Shop;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The shop, as a controller. */
@Controller
class ShopController {
  private final Shop shop = new Shop();

  @QueryMapping
  List<Product> products() {
    return shop.products();
  }

  @QueryMapping
  Product product(@Argument String id) {
    return shop.product(id);
  }

  @QueryMapping
  List<Order> orders() {
    return shop.orders();
  }

  @BatchMapping
  List<Product> product(List<Order> orders) {
    return shop.productsOf(orders);
  }

  @MutationMapping
  Order createOrder(@Argument CreateOrder input) {
    return shop.createOrder(input);
  }
}
