package io.triglot.benchmarks.rest.micronaut;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.triglot.benchmarks.rest.shop.NewOrder;
import io.triglot.benchmarks.rest.shop.Order;
import io.triglot.benchmarks.rest.shop.Product;
import io.triglot.benchmarks.rest.shop.Shop;
import java.util.List;

/** The shop, on threads that may block. */
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("/")
class ShopController {
  private final Shop shop = new Shop();

  /** One product. */
  @Get("/products/{id}")
  Product product(String id) {
    return shop.product(id);
  }

  /** All products. */
  @Get("/products")
  List<Product> products() {
    return shop.products();
  }

  /** Orders a product. */
  @Post("/orders")
  Order createOrder(@Body NewOrder order) {
    return shop.createOrder(order);
  }
}
