package io.triglot.example.catalog;

import io.triglot.ApiOperation;
import io.triglot.example.store.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalog: what the shop sells, at what price, and how much of it is there. */
public class ProductService {
  private final Database database;

  /** A catalog over the shop's database. */
  public ProductService(Database database) {
    this.database = database;
  }

  /**
   * Lists products in a price range.
   *
   * @param minPrice the lowest price, included; no lower bound where absent
   * @param maxPrice the highest price, included; no upper bound where absent
   */
  @ApiOperation
  public List<Product> products(@Nullable BigDecimal minPrice, @Nullable BigDecimal maxPrice) {
    return database.inTransaction(tx -> new ProductRepository(tx).inPriceRange(minPrice, maxPrice));
  }

  /**
   * Finds a product.
   *
   * @param id the product's id
   */
  @ApiOperation // nullable: in GraphQL, an unknown id then spoils this field and no other
  public @Nullable Product product(String id) throws ProductNotFound {
    return database
        .inTransaction(tx -> new ProductRepository(tx).find(id))
        .orElseThrow(() -> new ProductNotFound("id"));
  }

  /**
   * Adds pieces to a product's stock.
   *
   * @param productId the product's id
   * @param quantity how many pieces have come in
   * @return the product with its new stock
   */
  @ApiOperation
  @RolesAllowed("admin")
  public Product restock(String productId, @Positive int quantity)
      throws ProductNotFound, InvalidQuantity {
    return database.inTransaction(
        tx -> {
          ProductRepository products = new ProductRepository(tx);
          Product product =
              products.lock(productId).orElseThrow(() -> new ProductNotFound("productId"));
          if (quantity > Integer.MAX_VALUE - product.stock()) {
            throw new InvalidQuantity("The shop cannot store so many pieces");
          }
          return products.setStock(product, product.stock() + quantity);
        });
  }
}
