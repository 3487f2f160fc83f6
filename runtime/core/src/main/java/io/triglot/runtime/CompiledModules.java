package io.triglot.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The modules that an API's services were compiled in.
 *
 * @param complete whether the module of each service can be told
 */
record CompiledModules(List<Module> modules, boolean complete) {
  private static final String SERVICES = "META-INF/triglot/services.txt";
  private static final String TYPES = "META-INF/triglot/types.txt";

  /** Finds the modules of services, and reads what each says of its services. */
  static CompiledModules of(List<BoundService> services) {
    Map<String, List<Class<?>>> types = new LinkedHashMap<>();
    for (BoundService service : services) {
      Class<?> type = service.type();
      root(type).ifPresent(root -> types.computeIfAbsent(root, any -> new ArrayList<>()).add(type));
    }
    int told = types.values().stream().mapToInt(List::size).sum();
    List<Module> modules =
        types.entrySet().stream().map(each -> Module.of(each.getKey(), each.getValue())).toList();
    return new CompiledModules(modules, told == services.size());
  }

  /** Whether one run of the processor has seen all of the services. */
  boolean areOne() {
    return complete && modules.size() <= 1 && modules.stream().allMatch(Module::isIndexed);
  }

  /**
   * Refuses modules from which a class was deleted that nothing was compiled after: no processor
   * ran that could have taken it out of the module's documents. A module whose index does not know
   * the service itself was put together by other means, which may have renamed classes; it is taken
   * as it is.
   *
   * @throws IllegalStateException when one of them was made with a class that is gone
   */
  void refuseStale() {
    modules.forEach(Module::refuseStale);
  }

  /** Where the module of a class begins; empty where that cannot be told. */
  private static Optional<String> root(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    String file = type.getName().replace('.', '/') + ".class";
    URL place = loader == null ? null : loader.getResource(file);
    if (place == null || !place.toString().endsWith(file)) {
      return Optional.empty();
    }
    return Optional.of(place.toString().substring(0, place.toString().length() - file.length()));
  }

  /**
   * Classes and documents that were made together.
   *
   * @param root where they are, such as {@code jar:file:/shop.jar!/}
   * @param services the names of those that the API has
   * @param indexed the names of all services, as the index has them
   */
  record Module(String root, ClassLoader loader, List<String> services, List<String> indexed) {
    static Module of(String root, List<Class<?>> services) {
      ClassLoader loader = services.get(0).getClassLoader();
      return new Module(
          root,
          loader,
          services.stream().map(Class::getCanonicalName).toList(),
          names(root, loader, SERVICES));
    }

    boolean isIndexed() {
      return indexed.containsAll(services);
    }

    void refuseStale() {
      if (!Collections.disjoint(indexed, services)) {
        refuseStale(SERVICES, indexed);
        refuseStale(TYPES, names(root, loader, TYPES));
      }
    }

    private void refuseStale(String index, List<String> names) {
      names.stream()
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
    private static List<String> names(String root, ClassLoader loader, String index) {
      try {
        for (URL found : Collections.list(loader.getResources(index))) {
          if (found.toString().equals(root + index)) {
            return text(found)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ")[0])
                .toList();
          }
        }
        return List.of();
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
