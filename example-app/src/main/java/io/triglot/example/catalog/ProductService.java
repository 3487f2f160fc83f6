package io.triglot.example.catalog;

import io.triglot.ApiBatch;
import io.triglot.ApiOperation;
import io.triglot.Page;
import io.triglot.PageRequest;
import io.triglot.example.inventory.InvalidQuantity;
import io.triglot.example.inventory.Inventory;
import io.triglot.example.inventory.Stock;
import io.triglot.example.store.Database;
import io.triglot.example.store.InTurn;
import io.triglot.example.store.Lookup;
import io.triglot.runtime.Download;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.Upload;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.BeanParam;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The catalog: what the shop sells, at what price, and how much of it is there. */
public class ProductService {
  private final Database database;
  private final Inventory inventory;

  /** A catalog over the shop's database, of what is in this inventory. */
  public ProductService(Database database, Inventory inventory) {
    this.database = database;
    this.inventory = inventory;
  }

  /**
   * Lists products in a price range.
   *
   * @param minPrice the lowest price, included; no lower bound where absent
   * @param maxPrice the highest price, included; no upper bound where absent
   */
  @ApiOperation(etag = true)
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
   * Looks for products, by their names.
   *
   * @param filter which ones
   * @param page which page of them
   */
  @ApiOperation(value = "GET /products/search", expand = true, sparse = true)
  public Page<Product> searchProducts(@BeanParam ProductFilter filter, PageRequest page) {
    return database.inTransaction(tx -> new ProductRepository(tx).page(filter, page));
  }

  /** Lists the categories. */
  @ApiOperation(maxAgeSeconds = 60, publicCache = true)
  public List<Category> categories() {
    return database.inTransaction(tx -> new CategoryRepository(tx).all());
  }

  /** The category of the product, if it has one. */
  @ApiBatch
  public Map<Product, @Nullable Category> category(Set<Product> products) {
    return Lookup.ofEach(
        database, products, Product::id, (tx, ids) -> new CategoryRepository(tx).ofProducts(ids));
  }

  /**
   * Shows what a product looks like.
   *
   * @param id the product's id
   */
  @ApiOperation(value = "GET /products/{id}/image", protocols = Protocol.REST)
  public Download productImage(String id) throws ImageNotFound {
    ProductImage image =
        database.inTransaction(tx -> ProductImage.find(tx, id)).orElseThrow(ImageNotFound::new);
    return Download.of(image.mediaType(), image.content());
  }

  /**
   * Says what a product looks like.
   *
   * @param id the product's id
   * @param image a PNG or JPEG
   */
  @ApiOperation(
      value = "PUT /products/{id}/image",
      protocols = {Protocol.REST, Protocol.GRAPHQL})
  @RolesAllowed("admin")
  public Product setProductImage(String id, Upload image)
      throws ProductNotFound, NoImage, IOException {
    ProductImage received;
    try (InputStream content = image.stream()) {
      received = ProductImage.of(content.readNBytes(ProductImage.LARGEST + 1));
    }
    return database.inTransaction(
        tx -> {
          Product product =
              new ProductRepository(tx).lock(id).orElseThrow(() -> new ProductNotFound("id"));
          received.save(tx, product.id());
          return product;
        });
  }

  /**
   * Takes a product in, of which there is nothing yet.
   *
   * @param input what it is
   */
  @ApiOperation
  @RolesAllowed("admin")
  public Product createProduct(@Valid CreateProductInput input) throws CategoryNotFound {
    String id = UUID.randomUUID().toString();
    Product product = new Product(id, input.name(), input.price(), 0, Database.now());
    database.doInTransaction(
        tx -> {
          if (input.categoryId() != null && !new CategoryRepository(tx).has(input.categoryId())) {
            throw new CategoryNotFound();
          }
          new ProductRepository(tx).insert(product, input.categoryId());
        });
    return product;
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
          if (products.find(productId).isEmpty()) {
            throw new ProductNotFound("productId");
          }
          products.show(inventory.addStock(productId, quantity));
          return products.find(productId).orElseThrow();
        });
  }

  /**
   * Takes a delivery in, line by line. What stands before a line that is refused has come in.
   *
   * @param arrivals what it has of each product
   * @return how many lines there were
   */
  @ApiOperation(
      value = "POST /deliveries",
      protocols = {Protocol.REST, Protocol.GRPC})
  @RolesAllowed("admin")
  public CompletionStage<Integer> takeDelivery(Flow.Publisher<@Valid Arrival> arrivals)
      throws ProductNotFound, InvalidQuantity {
    return InTurn.forEach(arrivals, each -> restock(each.productId(), each.quantity()));
  }

  /** Shows what there is again because nobody wanted it after all. */
  public void showReleased() {
    for (Stock stock : inventory.releaseEnded()) {
      database.doInTransaction(tx -> new ProductRepository(tx).show(stock));
    }
  }
}
