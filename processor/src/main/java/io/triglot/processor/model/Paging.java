package io.triglot.processor.model;

import io.triglot.processor.model.TypeRef.NamedRef;
import java.util.Optional;

/** Knows {@code io.triglot.Page}, whose uses have a form of their own in each contract. */
public final class Paging {
  private static final String PAGE = "io.triglot.Page";

  private static final String REQUEST = "io.triglot.PageRequest";

  private Paging() {}

  /** Whether a parameter says which page is asked for. */
  public static boolean isRequest(Parameter parameter) {
    return parameter.type() instanceof NamedRef named && named.name().canonical().equals(REQUEST);
  }

  /** What a page has several of; empty for what is no page. */
  public static Optional<TypeRef> element(TypeRef type) {
    return type instanceof NamedRef named && named.name().canonical().equals(PAGE)
        ? Optional.of(named.name().arguments().get(0))
        : Optional.empty();
  }
}
