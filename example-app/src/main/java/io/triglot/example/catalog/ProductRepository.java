package io.triglot.example.catalog;

import io.triglot.Cursor;
import io.triglot.Page;
import io.triglot.PageRequest;
import io.triglot.example.inventory.Stock;
import io.triglot.example.store.SortOrder;
import io.triglot.example.store.SortOrder.Column;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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
  private static final SortOrder BY_NAME =
      SortOrder.ascending(Column.text("search_name"), Column.text("id"));
  private static final String SELECT = "select id, name, price, stock, created_at from products ";

  private static final String SELECT_NAMED = SELECT.replace(" from", ", search_name from");

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

  /** A page of those that the filter admits, by their names. */
  Page<Product> page(ProductFilter filter, PageRequest page) {
    int size = page.size(20, 100);
    String sql =
        SELECT_NAMED
            + "where true" // and only the conditions that there are: an index serves them
            + (filter.categoryId() == null ? "" : " and category_id = :category")
            + (filter.searchName().isEmpty() ? "" : " and search_name >= :from")
            + (filter.searchName().isEmpty() ? "" : " and search_name < :to")
            + (filter.minPrice() == null ? "" : " and price >= :minPrice")
            + (filter.maxPrice() == null ? "" : " and price <= :maxPrice")
            + BY_NAME.andBeyond(page)
            + BY_NAME.orderBy(page)
            + " limit :limit";
    List<Named> found =
        BY_NAME
            .bind(tx.createQuery(sql), page)
            .bind("category", filter.categoryId())
            .bind("from", filter.searchName().orElse(null))
            .bind("to", filter.searchName().map(name -> name + Character.MAX_VALUE).orElse(null))
            .bind("minPrice", filter.minPrice())
            .bind("maxPrice", filter.maxPrice())
            .bind("limit", size + 1)
            .map(
                (rows, context) -> new Named(rows.getString("search_name"), ROW.map(rows, context)))
            .list();
    return Page.of(page, size, found, each -> Cursor.of(each.name(), each.product().id()))
        .map(Named::product);
  }

  /** A product, and the name by which lists are sorted. */
  private record Named(String name, Product product) {}

  /** The product of an id. */
  public Optional<Product> find(String id) {
    return tx.createQuery(SELECT + "where id = :id").bind("id", id).map(ROW).findOne();
  }

  /** The product, which no other transaction changes until this one ends. */
  Optional<Product> lock(String id) {
    return tx.createQuery(SELECT + "where id = :id for update").bind("id", id).map(ROW).findOne();
  }

  /** The products of these ids that there are, by id. */
  public Map<String, Product> findAll(Collection<String> ids) {
    return tx.createQuery(SELECT + "where id = any(:ids)")
        .bindArray("ids", String.class, ids.toArray())
        .map(ROW)
        .collect(Collectors.toMap(Product::id, Function.identity()));
  }

  void insert(Product product, @Nullable String categoryId) {
    String sql =
        "insert into products (id, name, search_name, price, stock, created_at, category_id)"
            + " values (:id, :name, :searchName, :price, :stock, :createdAt, :category)";
    tx.createUpdate(sql)
        .bindMethods(product)
        .bind("searchName", product.name().toLowerCase(Locale.ROOT))
        .bind("category", categoryId)
        .execute();
  }

  /** Shows what the inventory has told of a product, unless it has told something later already. */
  public void show(Stock stock) {
    String sql =
        "update products set stock = :available, stock_number = :number"
            + " where id = :productId and stock_number < :number";
    tx.createUpdate(sql).bindMethods(stock).execute();
  }
}
