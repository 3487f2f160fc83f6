package io.triglot.benchmarks.compile;

import io.triglot.processor.TriglotProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A module of services that are all alike, each with a type of its own, in a folder. */
public final class GeneratedModule {
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
  private static final String SERVICE =
      """
      package com.acme.shop;

      import io.triglot.ApiOperation;
      import java.util.List;

      /** The articles of department %1$d. */
      public class Article%1$dService {
        /** Finds an article. */
        @ApiOperation
        public Article%1$d article%1$d(String id) {
          return null;
        }

        /**
         * Lists articles in a price range.
         *
         * @param minPrice the least price, inclusive
         * @param maxPrice the greatest price, inclusive
         */
        @ApiOperation
        public List<Article%1$d> article%1$ds(long minPrice, long maxPrice) {
          return List.of();
        }

        /** Adds an article. */
        @ApiOperation
        public Article%1$d createArticle%1$d(Article%1$d article) {
          return article;
        }

        /** Moves an article to another place. */
        @ApiOperation
        public Article%1$d updateArticle%1$dPlace(String id, Place to) {
          return null;
        }

        /** Takes an article away. */
        @ApiOperation
        public void deleteArticle%1$d(String id) {}
      }
      """;
  private static final String TYPE =
      """
      package com.acme.shop;

      import java.util.List;

      /** An article. */
      public record Article%1$d(String id, String name, long price, Place place, List<String> tags) {}
      """;
  private static final String SHARED =
      """
      package com.acme.shop;

      /** Where something is. */
      public record Place(String hall, int shelf) {}
      """;
  private static final String UNRELATED =
      """
      package com.acme.shop;

      /** Nothing that callers see. */
      class Unrelated {}
      """;

  private final Path directory;

  /** Writes and compiles a module with this many services, on all protocols. */
  GeneratedModule(Path directory, int services) throws IOException {
    this(directory, services, "");
  }

  /**
   * Writes and compiles a module with this many services.
   *
   * @param annotation what stands before each service's class
   */
  public GeneratedModule(Path directory, int services, String annotation) throws IOException {
    this.directory = directory;
    write("package-info", "@org.jspecify.annotations.NullMarked\npackage com.acme.shop;\n");
    List<String> names = new ArrayList<>(List.of("package-info", "Place", "Unrelated"));
    write("Place", SHARED);
    write("Unrelated", UNRELATED);
    for (int i = 1; i <= services; i++) {
      write(
          "Article" + i + "Service",
          SERVICE.formatted(i).replace("public class", annotation + "public class"));
      write("Article" + i, TYPE.formatted(i));
      names.addAll(List.of("Article" + i + "Service", "Article" + i));
    }
    compile(names, true);
  }

  /** Where its classes are. */
  public Path classes() {
    return directory.resolve("classes");
  }

  /** Compiles classes into what is there already. */
  void compile(List<String> names, boolean processing) throws IOException {
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        JAVAC.getStandardFileManager(problems, Locale.ROOT, null)) {
      Path classes = Files.createDirectories(classes());
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      files.setLocationFromPaths(
          StandardLocation.SOURCE_OUTPUT,
          List.of(Files.createDirectories(directory.resolve("generated"))));
      List<Path> classPath = new ArrayList<>(List.of(classes));
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
        classPath.add(Path.of(entry));
      }
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      JavaCompiler.CompilationTask task =
          JAVAC.getTask(
              null,
              files,
              problems,
              processing ? List.of("-Atriglot.lock=none") : List.of("-proc:none"),
              null,
              files.getJavaFileObjectsFromPaths(names.stream().map(this::source).toList()));
      if (processing) {
        task.setProcessors(List.of(new TriglotProcessor()));
      }
      if (!task.call()) {
        throw new IllegalStateException(problems.getDiagnostics().toString());
      }
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = source(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Path source(String name) {
    return directory.resolve("sources/com/acme/shop").resolve(name + ".java");
  }
}
