package io.triglot.server.page;

import java.util.List;
import java.util.Locale;

/**
 * A type as the contract of one protocol has it.
 *
 * @param name its name there
 * @param doc its description, in Markdown; empty where there is none
 * @param fields its fields, values or members, in their order
 */
record ContractType(String name, String doc, List<Field> fields) {
  ContractType {
    fields = List.copyOf(fields);
  }

  /**
   * A field of an object, a value of an enum, or a member of a union.
   *
   * @param name its name there
   * @param type what it holds, as people who know the protocol write it
   * @param doc its description, in Markdown; empty where there is none
   */
  record Field(String name, String type, String doc) {
    /** What it has in common with the same field on other protocols. */
    String key() {
      return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
  }
}
