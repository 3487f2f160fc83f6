package io.triglot.example.road;

import io.triglot.example.catalog.Product;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a price list wants of the shop. */
@FunctionalInterface
public interface Catalog {
  /** The products in a range of prices, each bound included; all of them where there is none. */
  List<Product> products(@Nullable BigDecimal minPrice, @Nullable BigDecimal maxPrice);
}
