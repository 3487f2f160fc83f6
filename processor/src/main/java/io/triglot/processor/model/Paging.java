package io.triglot.processor.model;

import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import java.util.Optional;

/**
 * Knows {@code io.triglot.Page}, whose uses have a form of their own in each contract, and the
 * records that have the parts of one for their own.
 */
public final class Paging {
  private static final String PAGE = "io.triglot.Page";

  private static final String REQUEST = "io.triglot.PageRequest";

  private static final String LIST = "items";

  /**
   * What the names of connections end with.
   *
   * @see <a href="https://relay.dev/graphql/connections.htm#sec-Connection-Types">Connection
   *     types</a>
   */
  private static final String CONNECTION = "Connection";

  private Paging() {}

  /** Whether a parameter says which page is asked for. */
  public static boolean isRequest(Parameter parameter) {
    return parameter.type() instanceof NamedRef named && named.name().canonical().equals(REQUEST);
  }

  /** Whether a type is a page, or has the parts of one. */
  public static boolean isPage(ApiModel model, TypeRef type) {
    return page(model, type).isPresent();
  }

  /**
   * What stands behind an instance in Java and reads its page: {@code .products()}, or nothing
   * where it is the page itself; empty for what is no page.
   */
  public static Optional<String> page(ApiModel model, TypeRef type) {
    if (isPage(type)) {
      return Optional.of("");
    }
    return type instanceof NamedRef named && model.definition(named) instanceof ObjectType object
        ? object.fields().stream()
            .flatMap(field -> field.accessor().within().stream())
            .map(part -> "." + part)
            .findFirst()
        : Optional.empty();
  }

  /** What a page has several of; empty for what is no page. */
  public static Optional<TypeRef> element(ApiModel model, TypeRef type) {
    if (isPage(type)) {
      return Optional.of(((NamedRef) type).name().arguments().get(0));
    }
    return type instanceof NamedRef named && model.definition(named) instanceof ObjectType object
        ? object.fields().stream()
            .filter(field -> field.accessor().within().isPresent())
            .filter(field -> isList(field.accessor().member()))
            .map(field -> ((ListRef) field.type()).element())
            .findFirst()
        : Optional.empty();
  }

  /** Whether a type has the parts of a page for its own. */
  public static boolean hasParts(TypeDefinition type) {
    return type instanceof ObjectType object
        && object.fields().stream().anyMatch(field -> field.accessor().within().isPresent());
  }

  /** The name of a type as that of a connection. */
  public static String connection(String name) {
    return name.endsWith(CONNECTION) ? name : name + CONNECTION;
  }

  /** Whether a member of a page is the list itself. */
  public static boolean isList(String member) {
    return member.equals(LIST);
  }

  /** Whether a class is that of pages. */
  public static boolean isPage(String canonicalName) {
    return canonicalName.equals(PAGE);
  }

  private static boolean isPage(TypeRef type) {
    return type instanceof NamedRef named && isPage(named.name().canonical());
  }
}
