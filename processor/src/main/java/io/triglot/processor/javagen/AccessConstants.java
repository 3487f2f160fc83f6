package io.triglot.processor.javagen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.triglot.processor.model.Access;
import io.triglot.processor.model.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The constants that a generated class has for who receives and sends the guarded properties of its
 * type, one for each condition.
 *
 * @param names the name of the constant of each condition
 */
public record AccessConstants(Map<Access, String> names) {
  /** Of a class that guards nothing. */
  public static final AccessConstants NONE = new AccessConstants(Map.of());

  private static final ClassName ACCESS = ClassName.get("io.triglot.runtime", "Access");
  private static final String SUFFIX = "_ACCESS";

  /** The constants for these conditions; what is open needs none. */
  public static AccessConstants of(Stream<Access> conditions) {
    Map<Access, String> names = new LinkedHashMap<>();
    conditions
        .filter(each -> !each.equals(Access.OPEN))
        .forEach(each -> names.computeIfAbsent(each, any -> name(any, names)));
    return new AccessConstants(names);
  }

  /** The constants to declare. */
  public List<FieldSpec> declarations() {
    return names.entrySet().stream()
        .map(
            each ->
                FieldSpec.builder(ACCESS, each.getValue())
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer(expression(each.getKey()).orElseThrow())
                    .build())
        .toList();
  }

  /** The constant of a condition. */
  public String of(Access condition) {
    return Optional.ofNullable(names.get(condition)).orElseThrow();
  }

  /** What makes a condition at run time; empty for what is open. */
  static Optional<CodeBlock> expression(Access access) {
    return switch (access.level()) {
      case OPEN -> Optional.empty();
      case AUTHENTICATED -> Optional.of(CodeBlock.of("$T.authenticated()", ACCESS));
      case DENIED -> Optional.of(CodeBlock.of("$T.denied()", ACCESS));
      case ROLES ->
          Optional.of(
              CodeBlock.of(
                  "$T.roles($L)",
                  ACCESS,
                  access.roles().stream()
                      .map(role -> CodeBlock.of("$S", role))
                      .collect(CodeBlock.joining(", "))));
    };
  }

  private static String name(Access access, Map<Access, String> taken) {
    String name = name(access) + SUFFIX;
    return taken.containsValue(name) ? name + "_" + taken.size() : name;
  }

  private static String name(Access access) {
    return switch (access.level()) {
      case OPEN -> "OPEN";
      case AUTHENTICATED -> "SIGNED_IN";
      case DENIED -> "NOBODY";
      case ROLES -> identifier(String.join("_or_", access.roles()));
    };
  }

  /** Roles may be any text. */
  private static String identifier(String roles) {
    String ascii = Words.upperSnake(roles.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", ""));
    return ascii.isEmpty() || Character.isDigit(ascii.charAt(0)) ? "ROLE_" + ascii : ascii;
  }
}
