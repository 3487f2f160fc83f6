package io.triglot.example.catalog;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which products are looked for.
 *
 * @param name what their names begin with, in whatever case
 * @param categoryId the category that they are of
 * @param minPrice the lowest price, included
 * @param maxPrice the highest price, included
 */
public record ProductFilter(
    @Nullable String name,
    @Nullable String categoryId,
    @Nullable BigDecimal minPrice,
    @Nullable BigDecimal maxPrice) {

  /** What the names begin with, as the database has them. */
  Optional<String> searchName() {
    return Optional.ofNullable(name).map(text -> text.toLowerCase(Locale.ROOT));
  }
}
