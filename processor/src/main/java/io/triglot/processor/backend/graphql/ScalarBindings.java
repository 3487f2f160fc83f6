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
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The scalars that the module binds Java types to, by the option {@value #OPTION}, and where they
 * are specified, by the option {@value #SPECIFICATIONS}.
 *
 * @param names the names of the scalars, by Java type
 * @param specifications the addresses of their specifications, by name
 * @param problems what is wrong, by the option, as sentences
 */
record ScalarBindings(
    Map<Scalar, String> names, Map<String, String> specifications, List<Problem> problems) {
  /**
   * Other names of scalars in the schema, by Java type: {@code
   * java.time.Instant=Date,java.math.BigDecimal=Float}.
   */
  static final String OPTION = "graphql.scalars";

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"\\\\]+");

  /**
   * Where scalars of the module are specified, by their names in the schema: {@code
   * Date=https://example.com/date}.
   */
  static final String SPECIFICATIONS = "graphql.specifiedBy";

  /**
   * A fault in an option.
   *
   * @param option its name
   * @param text a sentence
   */
  record Problem(String option, String text) {}

  /** Takes copies. */
  ScalarBindings {
    names = Collections.unmodifiableMap(new EnumMap<>(names));
    specifications = Map.copyOf(specifications);
    problems = List.copyOf(problems);
  }

  /** Reads {@code java.time.Instant=Date,java.math.BigDecimal=Float}. */
  static ScalarBindings of(Options options) {
    Map<Scalar, String> names = new EnumMap<>(Scalar.class);
    List<Problem> problems = new ArrayList<>();
    for (String binding : options.get(OPTION).orElse("").split(",", -1)) {
      if (!binding.isBlank()) {
        read(binding.strip(), names, problems);
      }
    }
    Map<String, String> specifications = new TreeMap<>();
    for (String pair : options.get(SPECIFICATIONS).orElse("").split(",", -1)) {
      if (!pair.isBlank()) {
        readSpecification(pair.strip(), names, specifications, problems);
      }
    }
    return new ScalarBindings(names, specifications, problems);
  }

  /** The scalar of a Java type. */
  ScalarUse use(Scalar java, boolean required) {
    GraphQlScalar scalar = GraphQlScalar.of(java);
    String name = names.getOrDefault(java, scalar.schemaName());
    return new ScalarUse(
        GraphQlScalar.builtIn(name).orElse(scalar),
        name,
        Optional.ofNullable(specifications.get(name)),
        required);
  }

  private static void readSpecification(
      String pair,
      Map<Scalar, String> names,
      Map<String, String> specifications,
      List<Problem> problems) {
    int equals = pair.indexOf('=');
    String name = equals < 0 ? pair : pair.substring(0, equals).strip();
    String address = equals < 0 ? "" : pair.substring(equals + 1).strip();
    boolean used =
        Arrays.stream(Scalar.values())
            .map(scalar -> names.getOrDefault(scalar, GraphQlScalar.of(scalar).schemaName()))
            .anyMatch(name::equals);
    if (!ADDRESS.matcher(address).matches()) {
      problems.add(
          new Problem(
              SPECIFICATIONS,
              "\"" + pair + "\" does not have the form Date=https://example.com/date."));
    } else if (!used || GraphQlScalar.builtIn(name).isPresent()) {
      problems.add(new Problem(SPECIFICATIONS, name + " is not a custom scalar of the module."));
    } else {
      specifications.put(name, address);
    }
  }

  private static void read(String binding, Map<Scalar, String> names, List<Problem> problems) {
    int equals = binding.indexOf('=');
    String type = equals < 0 ? binding : binding.substring(0, equals).strip();
    String name = equals < 0 ? "" : binding.substring(equals + 1).strip();
    Optional<Scalar> java = java(type);
    if (!SchemaNames.isValid(name)) {
      problems.add(
          new Problem(
              OPTION, "\"" + binding + "\" does not have the form java.time.Instant=Date."));
    } else if (java.isEmpty()) {
      problems.add(new Problem(OPTION, type + " is not a scalar type of the mapping."));
    } else if (GraphQlScalar.builtIn(name).isPresent() && !fits(java.get(), name)) {
      problems.add(new Problem(OPTION, "A " + type + " cannot be a GraphQL " + name + "."));
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
