package io.triglot.example.road;

import io.triglot.ApiOperation;
import io.triglot.ApiRestDeprecated;
import io.triglot.ApiService;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Labels for the shelves, an ordinary resource of JAX-RS. The road has added no more to it than
 * what stands before the class, and what the one {@code Response} has in it.
 */
@ApiService
@ApiRestDeprecated(since = "2026-01-15", sunset = "2026-12-31")
@Path("/labels")
@Produces(MediaType.APPLICATION_JSON)
public class LabelResource {
  private final Catalog catalog;

  /** What stands on a shelf. */
  public record Label(String product, BigDecimal price) {}

  /** Labels for the products of a catalog. */
  public LabelResource(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The labels of the products up to a price.
   *
   * @param maxPrice all products where there is none
   */
  @GET
  public List<Label> labels(@QueryParam("max-price") @Nullable BigDecimal maxPrice) {
    return catalog.products(null, maxPrice).stream()
        .map(product -> new Label(product.name(), product.price()))
        .toList();
  }

  /** The label of a product by its name. */
  @ApiOperation(returns = Label.class)
  @GET
  @Path("/{product}")
  public Response label(@PathParam("product") String product) {
    return labels(null).stream()
        .filter(label -> label.product().equals(product))
        .findFirst()
        .map(label -> Response.ok(label).build())
        .orElseGet(
            () ->
                Response.status(Response.Status.NOT_FOUND)
                    .entity(Map.of("error", "The shop sells no " + product))
                    .build());
  }
}
