package com.acme.library;

import io.triglot.ApiField;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.ws.rs.DefaultValue;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is on a shelf. */
public record Book(String id, String title, BigDecimal price) {
  /** How titles are cut. */
  public record Cut(@DefaultValue("10") int length, @DefaultValue("…") @Nullable String end) {}

  /**
   * The price in another currency.
   *
   * @param currency which one
   * @param source how many digits it has
   */
  @ApiField(name = "priceIn")
  public BigDecimal price(Currency currency, @DefaultValue("2") @Max(9) int source) {
    return price.setScale(source, java.math.RoundingMode.HALF_UP);
  }

  /** Its title, or a part of it. */
  @ApiField
  public String cut(@Nullable Cut arguments) {
    return arguments == null ? title : title.substring(0, arguments.length()) + arguments.end();
  }

  /** What librarians write on it. */
  @ApiField
  @RolesAllowed("librarian")
  public @Nullable List<String> notes(@DefaultValue("NEWEST") Order order) {
    return List.of(order.name());
  }
}
