package io.triglot.benchmarks.rest.triglot;

import io.triglot.ApiOperation;
import io.triglot.ApiService;
import io.triglot.benchmarks.rest.shop.NewOrder;
import io.triglot.benchmarks.rest.shop.Order;
import io.triglot.benchmarks.rest.shop.Product;
import io.triglot.benchmarks.rest.shop.Shop;
import io.triglot.runtime.Protocol;
import java.util.List;

/** The shop, on the threads that read the requests. */
@ApiService(path = "/direct", protocols = Protocol.REST)
public class DirectService {
  private final Shop shop = new Shop();

  /** One product. */
  @ApiOperation(value = "GET /products/{id}", blocking = false)
  public Product product(String id) {
    return shop.product(id);
  }

  /** All products. */
  @ApiOperation(value = "GET /products", blocking = false)
  public List<Product> products() {
    return shop.products();
  }

  /** Orders a product. */
  @ApiOperation(value = "POST /orders", blocking = false)
  public Order createOrder(NewOrder order) {
    return shop.createOrder(order);
  }
}
