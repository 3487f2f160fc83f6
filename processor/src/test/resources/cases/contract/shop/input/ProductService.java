package com.acme.shop;
import io.triglot.*;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.*;
import org.jspecify.annotations.Nullable;
/** The products of the shop. */
public class ProductService {
  /** Lists products in a price range. */
  @ApiOperation public List<Product> products(@Nullable BigDecimal minPrice, @Nullable BigDecimal maxPrice) { return List.of(); }
  /**
   * A product.
   *
   * @param id its id
   * @throws ProductNotFound if there is none
   */
  @ApiOperation public Product product(String id) { throw new ProductNotFound(); }
  @ApiOperation("POST /products/{productId}/restock") @RolesAllowed("admin")
  public Product restock(String productId, int quantity) { throw new ProductNotFound(); }
}
