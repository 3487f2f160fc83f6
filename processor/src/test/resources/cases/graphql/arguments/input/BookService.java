package com.acme.library;

import io.triglot.ApiBatch;
import io.triglot.ApiOperation;
import io.triglot.runtime.CallContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Books, and who has them. */
@PermitAll
public class BookService {
  @ApiOperation
  public List<Book> books(
      @DefaultValue("20") int first,
      @DefaultValue("0.10") BigDecimal from,
      @DefaultValue("OLDEST") @Nullable Order order,
      @DefaultValue("2026-01-31") LocalDate since,
      @DefaultValue("9000000000") long most,
      @DefaultValue("say \"hi\"") String text) {
    return List.of();
  }

  /** Who has had them. */
  @ApiBatch
  public Map<Book, List<String>> readers(
      Set<Book> books, CallContext context, @DefaultValue("3") int first, Book.@Nullable Cut cut) {
    return new HashMap<>();
  }
}
