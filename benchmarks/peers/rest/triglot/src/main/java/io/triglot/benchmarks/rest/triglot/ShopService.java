package io.triglot.benchmarks.rest.triglot;

import io.triglot.ApiOperation;
import io.triglot.ApiService;
import io.triglot.benchmarks.rest.shop.NewOrder;
import io.triglot.benchmarks.rest.shop.Order;
import io.triglot.benchmarks.rest.shop.Product;
import io.triglot.benchmarks.rest.shop.Shop;
import java.util.List;

/** The shop, on all protocols. */
@ApiService
public class ShopService {
  private final Shop shop = new Shop();

  /** One product. */
  @ApiOperation("GET /products/{id}")
  public Product product(String id) {
    return shop.product(id);
  }

  /** All products. */
  @ApiOperation("GET /products")
  public List<Product> products() {
    return shop.products();
  }

  /** Orders a product. */
  @ApiOperation("POST /orders")
  public Order createOrder(NewOrder order) {
    return shop.createOrder(order);
  }
}
