package io.triglot.benchmarks.rest.quarkus;

import io.triglot.benchmarks.rest.shop.NewOrder;
import io.triglot.benchmarks.rest.shop.Order;
import io.triglot.benchmarks.rest.shop.Product;
import io.triglot.benchmarks.rest.shop.Shop;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The shop, as a resource class. */
@Singleton
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ShopResource {
  private final Shop shop = new Shop();

  /** One product. */
  @GET
  @Path("products/{id}")
  public Product product(@PathParam("id") String id) {
    return shop.product(id);
  }

  /** All products. */
  @GET
  @Path("products")
  public List<Product> products() {
    return shop.products();
  }

  /** Orders a product. */
  @POST
  @Path("orders")
  public Order createOrder(NewOrder order) {
    return shop.createOrder(order);
  }
}
