package io.triglot.example.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The categories in the database, for one transaction. */
final class CategoryRepository {
  private static final RowMapper<Category> ROW = ConstructorMapper.of(Category.class);

  private final Handle tx;

  CategoryRepository(Handle tx) {
    this.tx = tx;
  }

  /** All of them: a shop has a few. */
  List<Category> all() {
    return tx.createQuery("select id, name from categories order by id").map(ROW).list();
  }

  boolean has(String id) {
    return tx.createQuery("select id from categories where id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }

  /** Of those products that have one. */
  Map<String, Category> ofProducts(Collection<String> productIds) {
    String sql =
        "select p.id as product_id, c.id, c.name from products p"
            + " join categories c on c.id = p.category_id where p.id = any(:products)";
    return tx.createQuery(sql)
        .bindArray("products", String.class, productIds.toArray())
        .map((rows, context) -> Map.entry(rows.getString("product_id"), ROW.map(rows, context)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
