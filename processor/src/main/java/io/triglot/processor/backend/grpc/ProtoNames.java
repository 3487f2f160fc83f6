package io.triglot.processor.backend.grpc;

import io.triglot.processor.model.ApiVersion;
import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names as the protobuf style guide and buf's STANDARD rules have them.
 *
 * @see <a href="https://protobuf.dev/programming-guides/style/">Style guide</a>
 */
final class ProtoNames {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
  private static final Pattern COUNTRY = Pattern.compile("[a-z]{2}");
  private static final Set<String> TOP_LEVEL_DOMAINS = Set.of("com", "org", "net", "io", "dev");

  private ProtoNames() {}

  /** Whether protobuf takes the name. */
  static boolean isIdentifier(String name) {
    return IDENTIFIER.matcher(name).matches();
  }

  /** {@code createdAt} as {@code created_at}. */
  static String snake(String name) {
    return Words.snake(name);
  }

  /** {@code createdAt} as {@code CREATED_AT}. */
  static String upperSnake(String name) {
    return Words.upperSnake(name);
  }

  /** {@code updateOrderStatus} as {@code UpdateOrderStatus}; acronyms stay as they are. */
  static String pascal(String name) {
    return Arrays.stream(name.split("_"))
        .filter(part -> !part.isEmpty())
        .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
        .collect(Collectors.joining());
  }

  /** The name of the rpc that an operation is. */
  static String rpc(Operation operation) {
    return ExactNames.protobuf(operation.exact(), pascal(operation.name()));
  }

  /** The name of a service, which ends in {@code Service}. */
  static String service(String name) {
    String pascal = pascal(name);
    return pascal.endsWith("Service") ? pascal : pascal + "Service";
  }

  /**
   * The protobuf package for a Java package: without the domain in front, and with a version at the
   * end. {@code acme.shop.v1} for {@code com.acme.shop}.
   */
  static String packageName(String javaPackage) {
    List<String> parts = new ArrayList<>();
    for (String part : javaPackage.split("\\.")) {
      if (!part.isEmpty()) {
        parts.add(snake(part));
      }
    }
    if (parts.size() > 1
        && (TOP_LEVEL_DOMAINS.contains(parts.get(0)) || COUNTRY.matcher(parts.get(0)).matches())) {
      parts.remove(0);
    }
    if (parts.isEmpty()) {
      parts.add("unnamed");
    }
    if (parts.size() < 2 || !ApiVersion.is(parts.get(parts.size() - 1))) {
      parts.add("v1");
    }
    return String.join(".", parts);
  }

  /**
   * Where protoc is to put the classes that it generates for Java clients: beside the user's own,
   * so that both fit on one class path.
   */
  static String javaPackage(String javaPackage) {
    return javaPackage.isEmpty() ? "proto" : javaPackage + ".proto";
  }

  /** The message that protobuf makes for the entries of a map field. */
  static String mapEntry(String field) {
    String json = derivedJsonName(field);
    return Character.toUpperCase(json.charAt(0)) + json.substring(1) + "Entry";
  }

  /**
   * The JSON name that protobuf derives from a field's name: what stands before and after an
   * underscore, the latter capitalized.
   */
  static String derivedJsonName(String fieldName) {
    StringBuilder json = new StringBuilder();
    boolean capital = false;
    for (char c : fieldName.toCharArray()) {
      if (c == '_') {
        capital = true;
      } else {
        json.append(capital ? Character.toUpperCase(c) : c);
        capital = false;
      }
    }
    return json.toString();
  }
}
