package io.triglot.example.users;

import io.triglot.ApiType;
import java.util.Locale;

/** What a user may do. */
@ApiType
public enum Role {
  /** Orders, and sees what is his. */
  CUSTOMER,
  /** Restocks, ships, and sees everything. */
  ADMIN;

  /** How tokens and the annotations on operations call it. */
  String claim() {
    return name().toLowerCase(Locale.ROOT);
  }
}
