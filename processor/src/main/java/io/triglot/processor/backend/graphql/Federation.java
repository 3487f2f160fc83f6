package io.triglot.processor.backend.graphql;

import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.EntityKey;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Sharing;
import io.triglot.processor.spi.Options;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The directives of a subgraph (Apollo Federation 2). What a document says of a type is put
 * together from what the services say that lead to it; a key can be resolved where one of them can.
 */
final class Federation {
  /**
   * Whether the module is a subgraph: {@code true} or {@code false}. {@code false} if not given.
   */
  static final String OPTION = "graphql.federation";

  /** What the document of a subgraph begins with: what its directives are. */
  static final String LINK =
      """

      extend schema
        @link(
          url: "https://specs.apollo.dev/federation/v2.0"
          import: ["@key", "@shareable", "@external", "@provides", "@requires"]
        )
      """;

  /** What is said of types that we make ourselves, and that other subgraphs may have as well. */
  static final String SHAREABLE = " @shareable";

  private Federation() {}

  /** Whether the option says that the module is a subgraph. */
  static boolean isOn(Options options) {
    return options.get(OPTION).map("true"::equals).orElse(false);
  }

  /** What is wrong with the option. */
  static Optional<String> wrong(Options options) {
    return options.get(OPTION).filter(value -> !value.equals("true") && !value.equals("false"));
  }

  /**
   * The directives of an object type, each after a blank.
   *
   * @param entities the methods of the service that says it
   */
  static String directives(ObjectType type, Collection<EntityNode> entities) {
    List<EntityKey> resolved =
        entities.stream()
            .filter(entity -> entity.type().java().equals(type.javaName()))
            .map(EntityNode::key)
            .toList();
    String keys =
        type.keys().stream()
            .map(
                key ->
                    " @key(fields: \"%s\"%s)"
                        .formatted(key.text(), resolved.contains(key) ? "" : ", resolvable: false"))
            .collect(Collectors.joining());
    return keys + type.sharing().map(Federation::directives).orElse("");
  }

  /** The directives of a field, each after a blank. */
  static String directives(FieldNode<?> field) {
    return sharing(field.source()).map(Federation::directives).orElse("");
  }

  /** What the user says of what a field comes from. */
  static Optional<Sharing> sharing(Object source) {
    if (source instanceof Operation operation) {
      return operation.traits().sharing();
    }
    if (source instanceof BatchField batched) {
      return batched.traits().sharing();
    }
    return source instanceof Field field ? field.sharing() : Optional.empty();
  }

  private static String directives(Sharing sharing) {
    return (sharing.shareable() ? SHAREABLE : "")
        + (sharing.external() ? " @external" : "")
        + fields("provides", sharing.provides())
        + fields("requires", sharing.requires());
  }

  /** The same for the lock: one directive for each field that is named. */
  static String facts(Sharing sharing) {
    return (sharing.shareable() ? SHAREABLE : "")
        + (sharing.external() ? " @external" : "")
        + facts("provides", sharing.provides())
        + facts("requires", sharing.requires());
  }

  private static String facts(String directive, List<String> names) {
    return names.stream()
        .map(name -> " @%s %s".formatted(directive, name))
        .collect(Collectors.joining());
  }

  private static String fields(String directive, List<String> names) {
    return names.isEmpty()
        ? ""
        : " @%s(fields: \"%s\")".formatted(directive, String.join(" ", names));
  }
}
