package io.triglot.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Refuses modules from which a class was deleted that nothing was compiled after: no processor ran
 * that could have taken it out of the module's documents.
 */
final class StaleOutput {
  private static final String SERVICES = "META-INF/triglot/services.txt";
  private static final String TYPES = "META-INF/triglot/types.txt";

  private StaleOutput() {}

  /**
   * Looks at the modules of the services. A module whose index does not know the service itself was
   * put together by other means, which may have renamed classes; it is taken as it is.
   *
   * @throws IllegalStateException when one of them was made with a class that is gone
   */
  static void refuse(List<BoundService> services) {
    Map<Module, Set<String>> modules = new LinkedHashMap<>();
    for (BoundService service : services) {
      Class<?> type = service.type();
      module(type)
          .ifPresent(
              module ->
                  modules
                      .computeIfAbsent(module, any -> new HashSet<>())
                      .add(type.getCanonicalName()));
    }
    modules.forEach(Module::check);
  }

  /** The module that a class lies in; empty where that cannot be told. */
  private static Optional<Module> module(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    String file = type.getName().replace('.', '/') + ".class";
    URL place = loader == null ? null : loader.getResource(file);
    if (place == null || !place.toString().endsWith(file)) {
      return Optional.empty();
    }
    String root = place.toString().substring(0, place.toString().length() - file.length());
    return Optional.of(new Module(root, loader));
  }

  /**
   * Classes and documents that were made together.
   *
   * @param root where they are, such as {@code jar:file:/shop.jar!/}
   */
  private record Module(String root, ClassLoader loader) {
    void check(Set<String> services) {
      if (names(SERVICES).anyMatch(services::contains)) {
        Stream.of(SERVICES, TYPES).forEach(this::check);
      }
    }

    private void check(String index) {
      names(index)
          .filter(name -> !exists(name))
          .findFirst()
          .ifPresent(
              gone -> {
                throw new IllegalStateException(
                    gone
                        + " is gone, but "
                        + root
                        + index
                        + " and the documents beside it were made with it: nothing has been"
                        + " compiled since. Compile the module again.");
              });
    }

    /** The classes that an index has; none where there is no index. */
    Stream<String> names(String index) {
      try {
        for (URL found : Collections.list(loader.getResources(index))) {
          if (found.toString().equals(root + index)) {
            return text(found)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ")[0]);
          }
        }
        return Stream.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String text(URL file) throws IOException {
      try (InputStream in = file.openStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }

    /** Whether there is a class of this canonical name, nested ones included. */
    private boolean exists(String canonical) {
      String path = canonical.replace('.', '/');
      while (loader.getResource(path + ".class") == null) {
        int last = path.lastIndexOf('/');
        if (last < 0) {
          return false;
        }
        path = path.substring(0, last) + "$" + path.substring(last + 1);
      }
      return true;
    }
  }
}
