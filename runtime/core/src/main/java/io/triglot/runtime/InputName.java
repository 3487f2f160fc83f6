package io.triglot.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What callers call an argument, a property or a member of a union, where that is not what Java
 * calls it. For generated code.
 *
 * @param rest the name in JSON, or in a path or query; empty where nothing stands for it
 * @param graphql the name in GraphQL; empty where nothing stands for it
 * @param grpc the name in protobuf's JSON mapping; empty where nothing stands for it
 * @param union the union that it has values of, or elements; null where there is none
 * @param converted whether its values travel as something else, so that what is inside of them in
 *     Java has no name for callers
 * @param prefix what the members of an unwrapped object have in front of their names in JSON
 * @param suffix what they have behind them
 */
public record InputName(
    String rest,
    String graphql,
    String grpc,
    @Nullable Class<?> union,
    boolean converted,
    String prefix,
    String suffix) {

  /** Refuses null names. */
  public InputName {
    Objects.requireNonNull(rest, "rest");
    Objects.requireNonNull(graphql, "graphql");
    Objects.requireNonNull(grpc, "grpc");
    Objects.requireNonNull(prefix, "prefix");
    Objects.requireNonNull(suffix, "suffix");
  }

  /** The same name on all protocols. */
  public static InputName of(String name) {
    return new InputName(name, name, name, null, false, "", "");
  }

  /** The same with this name in JSON, or in a path or query. */
  public InputName rest(String name) {
    return new InputName(name, graphql, grpc, union, converted, prefix, suffix);
  }

  /** The same with this name in GraphQL. */
  public InputName graphql(String name) {
    return new InputName(rest, name, grpc, union, converted, prefix, suffix);
  }

  /** The same with this name in protobuf's JSON mapping. */
  public InputName grpc(String name) {
    return new InputName(rest, graphql, name, union, converted, prefix, suffix);
  }

  /** The same, for what has values of a union, or elements. */
  public InputName union(Class<?> union) {
    return new InputName(rest, graphql, grpc, union, converted, prefix, suffix);
  }

  /** The same, for what travels as something else. */
  public InputName asConverted() {
    return new InputName(rest, graphql, grpc, union, true, prefix, suffix);
  }

  /** The same, for an object whose members stand in its place in JSON. */
  public InputName unwrapped(String prefix, String suffix) {
    return new InputName("", graphql, grpc, union, converted, prefix, suffix);
  }

  /** The name on a protocol. */
  public String on(Protocol protocol) {
    return switch (protocol) {
      case REST -> rest;
      case GRAPHQL -> graphql;
      case GRPC -> grpc;
    };
  }
}
