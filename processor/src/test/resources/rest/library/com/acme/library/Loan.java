package com.acme.library;

import io.triglot.ApiType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A book in somebody's hands. */
@ApiType
public record Loan(String bookId, LocalDate dueOn, @Nullable String note) {}
