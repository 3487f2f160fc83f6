package io.triglot.processor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * What a compilation gave.
 *
 * @param success whether there was no error
 * @param diagnostics each as {@code ProductService.java:12: error: text}, in the compiler's order
 * @param sources the folder of the generated Java sources
 * @param classes the folder of the class files and resources
 * @param libraries what it was compiled against, beside the class path of the tests
 */
public record Compilation(
    boolean success, List<String> diagnostics, Path sources, Path classes, List<Path> libraries) {

  /** This compilation, if it succeeded without any error or warning. */
  public Compilation requireSuccess() {
    if (!success || diagnostics.stream().anyMatch(each -> each.matches("(?s).*\\bwarning: .*"))) {
      throw new AssertionError(String.join("\n", diagnostics));
    }
    return this;
  }

  /** The text of a generated source, by its path such as {@code com/acme/ShopContract.java}. */
  public String source(String path) {
    return read(sources.resolve(path));
  }

  /** The text of a resource, by its path such as {@code META-INF/triglot/schema.graphqls}. */
  public String resource(String path) {
    return read(classes.resolve(path));
  }

  /** The generated sources by their paths, with slashes. */
  public SortedMap<String, String> generatedSources() {
    return files(sources, ".java");
  }

  /** All that is not a class file, by its path. */
  public SortedMap<String, String> resources() {
    SortedMap<String, String> resources = files(classes, "");
    resources.keySet().removeIf(path -> path.endsWith(".class"));
    return resources;
  }

  /** A loader of the classes and the libraries, over the one of the tests. */
  public ClassLoader loader() {
    return new URLClassLoader(
        Stream.concat(Stream.of(classes), libraries.stream())
            .map(Compilation::url)
            .toArray(URL[]::new),
        Compilation.class.getClassLoader());
  }

  /** The class files and resources as a jar, in the folder above them. */
  public Path jar() {
    Path jar = classes.resolveSibling("library.jar");
    ToolProvider.findFirst("jar")
        .orElseThrow()
        .run(System.out, System.err, "cf", jar.toString(), "-C", classes.toString(), ".");
    return jar;
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A class that was compiled. */
  public Class<?> load(String name) {
    try {
      return Class.forName(name, true, loader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static SortedMap<String, String> files(Path root, String suffix) {
    try (Stream<Path> files = Files.walk(root)) {
      SortedMap<String, String> texts = new TreeMap<>();
      files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(suffix))
          .filter(file -> !file.toString().endsWith(".class"))
          .forEach(
              file -> texts.put(root.relativize(file).toString().replace('\\', '/'), read(file)));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
