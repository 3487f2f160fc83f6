package io.triglot.processor.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * File managers for tests. Reading the indexes of a hundred jars takes longer than compiling a
 * small service, so javac's is shared by all compilations of a thread that need no other libraries.
 */
final class FileManagers {
  private static final ThreadLocal<StandardJavaFileManager> JAVAC =
      ThreadLocal.withInitial(() -> newManager(ToolProvider.getSystemJavaCompiler()));

  private FileManagers() {}

  /** Lends the file manager for a compilation against the tests' class path alone. */
  static <T> T shared(JavaCompiler compiler, Use<T> use) throws IOException {
    return compiler instanceof EclipseCompiler ? fresh(compiler, use) : use.of(JAVAC.get());
  }

  /** Lends a file manager that nobody has used, for a compilation with libraries of its own. */
  static <T> T fresh(JavaCompiler compiler, Use<T> use) throws IOException {
    try (StandardJavaFileManager manager = newManager(compiler)) {
      return use.of(manager);
    }
  }

  /** What is done with a file manager. */
  interface Use<T> {
    T of(StandardJavaFileManager manager) throws IOException;
  }

  private static StandardJavaFileManager newManager(JavaCompiler compiler) {
    return compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
  }
}
