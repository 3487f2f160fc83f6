package io.triglot.processor.diagnostic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Finds the rules in the processor's own class files. */
final class DeclaredRules {
  private DeclaredRules() {}

  /** All rules, those of the back ends too, that a constant holds. */
  static List<Rule> all() {
    try {
      Path root = Path.of(Rule.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(root.resolve("io/triglot/processor"))) {
        return files
            .map(file -> root.relativize(file).toString())
            .filter(name -> name.endsWith(".class"))
            .map(name -> name.substring(0, name.length() - 6).replaceAll("[/\\\\]", "."))
            .flatMap(DeclaredRules::constants)
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Rule> constants(String className) {
    try {
      return Arrays.stream(Class.forName(className).getDeclaredFields())
          .filter(field -> field.getType() == Rule.class && Modifier.isStatic(field.getModifiers()))
          .map(DeclaredRules::value);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Rule value(Field field) {
    try {
      field.setAccessible(true);
      return (Rule) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
