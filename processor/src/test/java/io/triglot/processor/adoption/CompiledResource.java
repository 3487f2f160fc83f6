package io.triglot.processor.adoption;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TemporaryFolder;
import io.triglot.processor.testing.TestCompiler;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A resource that javac compiles before the tests of a class. */
final class CompiledResource implements BeforeAllCallback, AfterAllCallback {
  private final String name;
  private final String[] sources;
  private @Nullable TemporaryFolder folder;
  private @Nullable Compilation compilation;
  private @Nullable ClassLoader loader;

  CompiledResource(String name, String... sources) {
    this.name = name;
    this.sources = sources.clone();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    folder = TemporaryFolder.create();
    compilation = TestCompiler.javac(folder.path()).compile(sources).requireSuccess();
    loader = compilation.loader();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (folder != null) {
      folder.close();
    }
  }

  Compilation compilation() {
    return Objects.requireNonNull(compilation);
  }

  /** The sources that the processor generates in ecj; those of javac are {@link #compilation}'s. */
  Map<String, String> generatedByEcj() {
    return TestCompiler.ecj(Objects.requireNonNull(folder).path().resolve("ecj"))
        .compile(sources)
        .requireSuccess()
        .generatedSources();
  }

  Class<?> type() {
    return type(name);
  }

  /** One of its classes, of one loader. */
  Class<?> type(String name) {
    try {
      return Class.forName(name, true, Objects.requireNonNull(loader));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
