package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.graphql.TypeUse.ScalarUse;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.spi.Options;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scalars that the module binds Java types to, by the option {@value #OPTION}.
 *
 * @param names the names of the scalars, by Java type
 * @param problems what is wrong with the option, as sentences
 */
record ScalarBindings(Map<Scalar, String> names, List<String> problems) {
  static final String OPTION = "graphql.scalars";

  /** Takes copies. */
  ScalarBindings {
    names = Collections.unmodifiableMap(new EnumMap<>(names));
    problems = List.copyOf(problems);
  }

  /** Reads {@code java.time.Instant=Date,java.math.BigDecimal=Float}. */
  static ScalarBindings of(Options options) {
    Map<Scalar, String> names = new EnumMap<>(Scalar.class);
    List<String> problems = new ArrayList<>();
    for (String binding : options.get(OPTION).orElse("").split(",", -1)) {
      if (!binding.isBlank()) {
        read(binding.strip(), names, problems);
      }
    }
    return new ScalarBindings(names, problems);
  }

  /** The scalar of a Java type. */
  ScalarUse use(Scalar java, boolean required) {
    GraphQlScalar scalar = GraphQlScalar.of(java);
    String name = names.getOrDefault(java, scalar.schemaName());
    return new ScalarUse(GraphQlScalar.builtIn(name).orElse(scalar), name, required);
  }

  private static void read(String binding, Map<Scalar, String> names, List<String> problems) {
    int equals = binding.indexOf('=');
    String type = equals < 0 ? binding : binding.substring(0, equals).strip();
    String name = equals < 0 ? "" : binding.substring(equals + 1).strip();
    Optional<Scalar> java = java(type);
    if (!SchemaNames.isValid(name)) {
      problems.add("\"" + binding + "\" does not have the form java.time.Instant=Date.");
    } else if (java.isEmpty()) {
      problems.add(type + " is not a scalar type of the mapping.");
    } else if (GraphQlScalar.builtIn(name).isPresent() && !fits(java.get(), name)) {
      problems.add("A " + type + " cannot be a GraphQL " + name + ".");
    } else {
      names.put(java.get(), name);
    }
  }

  private static Optional<Scalar> java(String type) {
    return Arrays.stream(Scalar.values())
        .filter(
            scalar ->
                scalar.javaClass().equals(type) || scalar.primitive().equals(Optional.of(type)))
        .findFirst();
  }

  /** Whether all values of the Java type have a form as this scalar of GraphQL's own. */
  private static boolean fits(Scalar java, String name) {
    return switch (java) {
      case BOOLEAN -> name.equals("Boolean");
      case BYTE, SHORT, INT, LONG, BIG_INTEGER -> !name.equals("Boolean");
      case FLOAT, DOUBLE, BIG_DECIMAL -> name.equals("Float") || name.equals("String");
      case CHAR -> name.equals("String");
      case STRING, UUID, INSTANT, DURATION, LOCAL_DATE ->
          name.equals("String") || name.equals("ID");
      case URI, URL, CURRENCY, ZONE_ID, ZONE_OFFSET, DAY_OF_WEEK, MONTH, MONTH_DAY, PERIOD ->
          name.equals("String") || name.equals("ID");
      default -> false;
    };
  }
}
