package io.triglot.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Refuses modules from which a class was deleted that nothing was compiled after: no processor ran
 * that could have taken it out of the module's documents.
 */
final class StaleOutput {
  private static final List<String> INDEXES =
      List.of("META-INF/triglot/services.txt", "META-INF/triglot/types.txt");

  private StaleOutput() {}

  /**
   * Looks at the modules of the services.
   *
   * @throws IllegalStateException when one of them was made with a class that is gone
   */
  static void refuse(List<BoundService> services) {
    services.stream()
        .map(BoundService::type)
        .flatMap(type -> INDEXES.stream().flatMap(path -> index(type, path)))
        .distinct()
        .forEach(StaleOutput::check);
  }

  /** An index, and how to see the classes that it names. */
  private record Index(String place, ClassLoader loader) {}

  /** The index that lies beside the class, if there is one. */
  private static Stream<Index> index(Class<?> type, String path) {
    ClassLoader loader = type.getClassLoader();
    String file = type.getName().replace('.', '/') + ".class";
    URL place = loader == null ? null : loader.getResource(file);
    if (loader == null || place == null || !place.toString().endsWith(file)) {
      return Stream.empty();
    }
    String root = place.toString().substring(0, place.toString().length() - file.length());
    return Stream.of(new Index(root + path, loader));
  }

  private static void check(Index index) {
    String path = index.place().substring(index.place().indexOf("META-INF/triglot/"));
    try {
      for (URL found : Collections.list(index.loader().getResources(path))) {
        if (found.toString().equals(index.place())) {
          check(found, index.loader());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(URL index, ClassLoader loader) throws IOException {
    try (InputStream in = index.openStream()) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" ")[0])
          .filter(name -> !exists(name, loader))
          .findFirst()
          .ifPresent(
              gone -> {
                throw new IllegalStateException(
                    gone
                        + " is gone, but "
                        + index
                        + " and the documents beside it were made with it: nothing has been"
                        + " compiled since. Compile the module again.");
              });
    }
  }

  /** Whether there is a class of this canonical name, nested ones included. */
  private static boolean exists(String canonical, ClassLoader loader) {
    String path = canonical.replace('.', '/');
    while (true) {
      if (loader.getResource(path + ".class") != null) {
        return true;
      }
      int last = path.lastIndexOf('/');
      if (last < 0) {
        return false;
      }
      path = path.substring(0, last) + "$" + path.substring(last + 1);
    }
  }
}
