package io.triglot.benchmarks.rest.spring;

import io.triglot.benchmarks.rest.shop.NewOrder;
import io.triglot.benchmarks.rest.shop.Order;
import io.triglot.benchmarks.rest.shop.Product;
import io.triglot.benchmarks.rest.shop.Shop;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The shop, as a controller. */
@RestController
class ShopController {
  private final Shop shop = new Shop();

  @GetMapping("/products/{id}")
  Product product(@PathVariable String id) {
    return shop.product(id);
  }

  @GetMapping("/products")
  List<Product> products() {
    return shop.products();
  }

  @PostMapping("/orders")
  Order createOrder(@RequestBody NewOrder order) {
    return shop.createOrder(order);
  }
}
