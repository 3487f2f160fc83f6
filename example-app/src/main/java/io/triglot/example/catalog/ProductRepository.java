package io.triglot.example.catalog;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The products in the database, for one transaction. */
public final class ProductRepository {
  private static final RowMapper<Product> ROW = ConstructorMapper.of(Product.class);
  private static final String SELECT = "select id, name, price, stock, created_at from products ";

  private final Handle tx;

  /** The products as a transaction sees them. */
  public ProductRepository(Handle tx) {
    this.tx = tx;
  }

  List<Product> inPriceRange(@Nullable BigDecimal minPrice, @Nullable BigDecimal maxPrice) {
    String sql =
        SELECT
            + "where true" // and only the bounds that there are: an index serves them
            + (minPrice == null ? "" : " and price >= :minPrice")
            + (maxPrice == null ? "" : " and price <= :maxPrice")
            + " order by id";
    return tx.createQuery(sql)
        .bind("minPrice", minPrice)
        .bind("maxPrice", maxPrice)
        .map(ROW)
        .list();
  }

  Optional<Product> find(String id) {
    return tx.createQuery(SELECT + "where id = :id").bind("id", id).map(ROW).findOne();
  }

  /** The product, which no other transaction changes until this one ends. */
  public Optional<Product> lock(String id) {
    return tx.createQuery(SELECT + "where id = :id for update").bind("id", id).map(ROW).findOne();
  }

  /** The products of these ids that there are, by id. */
  public Map<String, Product> findAll(Collection<String> ids) {
    return tx.createQuery(SELECT + "where id = any(:ids)")
        .bindArray("ids", String.class, ids.toArray())
        .map(ROW)
        .collect(Collectors.toMap(Product::id, Function.identity()));
  }

  /** Sets the stock of a product that this transaction has locked, and gives it as it is then. */
  public Product setStock(Product product, int stock) {
    tx.createUpdate("update products set stock = :stock where id = :id")
        .bind("stock", stock)
        .bind("id", product.id())
        .execute();
    return new Product(product.id(), product.name(), product.price(), stock, product.createdAt());
  }
}
