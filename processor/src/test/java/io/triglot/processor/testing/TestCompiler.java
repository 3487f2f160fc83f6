package io.triglot.processor.testing;

import io.triglot.processor.TriglotProcessor;
import io.triglot.processor.spi.Backend;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * Compiles sources with the Triglot processor into a directory. What an earlier compilation left
 * there is on the class path, as it is in an IDE that compiles one changed class.
 *
 * <pre>{@code
 * Compilation shop = TestCompiler.javac(directory).compile(source, otherSource);
 * ClassLoader loader = shop.requireSuccess().loader();
 * }</pre>
 */
public final class TestCompiler {
  private static final Pattern PACKAGE = Pattern.compile("(?m)\\bpackage\\s+([\\w.]+)\\s*;");
  private static final String TYPE_NAME =
      "(?:(?:final|abstract|sealed)\\s+)*(?:class|record|enum|interface|@interface)\\s+(\\w+)";
  private static final Pattern PUBLIC_TYPE = Pattern.compile("(?m)^public\\s+" + TYPE_NAME);
  private static final Pattern TYPE = Pattern.compile("(?m)^" + TYPE_NAME);
  private final Path directory;
  private final JavaCompiler compiler;
  private final List<String> options;
  private final List<Processor> others;
  private final List<Processor> last;
  private final Supplier<Processor> triglot;
  private final List<Path> libraries;

  private TestCompiler(
      Path directory,
      JavaCompiler compiler,
      List<String> options,
      List<Processor> others,
      List<Processor> last,
      Supplier<Processor> triglot,
      List<Path> libraries) {
    this.directory = directory;
    this.compiler = compiler;
    this.options = List.copyOf(options);
    this.others = List.copyOf(others);
    this.last = List.copyOf(last);
    this.triglot = triglot;
    this.libraries = List.copyOf(libraries);
  }

  /**
   * The running JDK's compiler, which takes any warning in user's or generated code as an error.
   */
  public static TestCompiler javac(Path directory) {
    return new TestCompiler(
        directory,
        ToolProvider.getSystemJavaCompiler(),
        List.of("-Xlint:all,-processing,-path", "-Werror"),
        List.of(),
        List.of(),
        TriglotProcessor::new,
        List.of());
  }

  /** The Eclipse compiler. */
  public static TestCompiler ecj(Path directory) {
    return new TestCompiler(
        directory,
        new EclipseCompiler(),
        List.of("-nowarn"),
        List.of(),
        List.of(),
        TriglotProcessor::new,
        List.of());
  }

  /** The same where warnings are none of the matter. */
  public TestCompiler allowingWarnings() {
    return new TestCompiler(
        directory,
        compiler,
        options.stream().filter(option -> !option.equals("-Werror")).toList(),
        others,
        last,
        triglot,
        libraries);
  }

  /** The same with a compiler option, such as {@code -Atriglot.graphql.scalars=…}. */
  public TestCompiler with(String option) {
    return new TestCompiler(
        directory, compiler, append(options, option), others, last, triglot, libraries);
  }

  /** The same with another processor beside ours, which runs before it. */
  public TestCompiler with(Processor other) {
    return new TestCompiler(
        directory, compiler, options, append(others, other), last, triglot, libraries);
  }

  /** The same with another processor beside ours, which runs after it. */
  public TestCompiler withLast(Processor other) {
    return new TestCompiler(
        directory, compiler, options, others, append(last, other), triglot, libraries);
  }

  /** The same with these back ends in place of those on the class path. */
  public TestCompiler with(Backend... backends) {
    return new TestCompiler(
        directory,
        compiler,
        options,
        others,
        last,
        () -> new TriglotProcessor(List.of(backends)),
        libraries);
  }

  /** The same with this in the place of the processor. */
  public TestCompiler processedBy(Supplier<Processor> processor) {
    return new TestCompiler(directory, compiler, options, others, last, processor, libraries);
  }

  /** The same with a jar on the class path. */
  public TestCompiler against(Path jar) {
    return new TestCompiler(
        directory, compiler, options, others, last, triglot, append(libraries, jar));
  }

  /** Compiles sources, whose files are named after their package and first top-level type. */
  public Compilation compile(String... sources) {
    List<Path> files = new ArrayList<>();
    for (String source : sources) {
      files.add(write(fileName(source), source));
    }
    return compile(files);
  }

  /** Compiles source files. */
  public Compilation compile(List<Path> files) {
    // A module path given as an option would stay in a shared file manager.
    boolean plain = libraries.isEmpty() && options.stream().noneMatch(o -> o.startsWith("--"));
    try {
      return plain
          ? FileManagers.shared(compiler, manager -> compile(files, manager))
          : FileManagers.fresh(compiler, manager -> compile(files, manager));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Compilation compile(List<Path> files, StandardJavaFileManager manager)
      throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    Path classes = Files.createDirectories(directory.resolve("classes"));
    Path generated = Files.createDirectories(directory.resolve("generated"));
    manager.setLocation(StandardLocation.CLASS_OUTPUT, List.of(classes.toFile()));
    manager.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(generated.toFile()));
    manager.setLocation(StandardLocation.CLASS_PATH, classPath(classes, libraries));
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            Writer.nullWriter(),
            manager,
            diagnostics,
            Stream.of(release(), List.of("-encoding", "UTF-8"), lock(), options)
                .flatMap(List::stream)
                .toList(),
            null,
            manager.getJavaFileObjectsFromPaths(files));
    task.setProcessors(
        Stream.of(others, List.of(triglot.get()), last).flatMap(List::stream).toList());
    boolean success = task.call();
    return new Compilation(success, shown(diagnostics), generated, classes, libraries);
  }

  /** Nothing for the javac of JDK 17, which then reads the JDK's classes once for all. */
  private List<String> release() {
    return Runtime.version().feature() == 17 && !(compiler instanceof EclipseCompiler)
        ? List.of()
        : List.of("--release", "17");
  }

  /** Sources of tests have no lock, unless the test is about locks. */
  private List<String> lock() {
    return options.stream().anyMatch(option -> option.startsWith("-Atriglot.lock="))
        ? List.of()
        : List.of("-Atriglot.lock=none");
  }

  private static <T> List<T> append(List<T> list, T last) {
    return Stream.concat(list.stream(), Stream.of(last)).toList();
  }

  private static List<File> classPath(Path classes, List<Path> libraries) {
    return Stream.concat(
            Stream.concat(Stream.of(classes), libraries.stream()).map(Path::toString),
            Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("java.class.path")))
        .map(File::new)
        .filter(File::exists)
        .toList();
  }

  /** Each as {@code ProductService.java:12: error: text}. */
  private static List<String> shown(DiagnosticCollector<JavaFileObject> diagnostics) {
    return diagnostics.getDiagnostics().stream().map(TestCompiler::shown).toList();
  }

  private static String shown(Diagnostic<? extends JavaFileObject> diagnostic) {
    String kind = diagnostic.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String message = kind + ": " + diagnostic.getMessage(Locale.ROOT);
    JavaFileObject source = diagnostic.getSource();
    return source == null
        ? message
        : fileName(source.toUri()) + ":" + diagnostic.getLineNumber() + ": " + message;
  }

  /** The last part of a file's name, which may be in a jar. */
  private static String fileName(URI file) {
    String path = file.toString();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private Path write(String name, String source) {
    try {
      Path file = directory.resolve("sources").resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fileName(String source) {
    Matcher packageName = PACKAGE.matcher(source);
    String folder = packageName.find() ? packageName.group(1).replace('.', '/') + "/" : "";
    return folder
        + Stream.of(PUBLIC_TYPE, TYPE)
            .map(pattern -> pattern.matcher(source))
            .filter(Matcher::find)
            .map(type -> type.group(1))
            .findFirst()
            .orElse(folder.isEmpty() ? "module-info" : "package-info")
        + ".java";
  }
}
