package io.triglot.processor.contract;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TestCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A module with a folder {@code src/main}, as build tools have it, and so with a lock. */
final class LockedModule {
  private final Path folder;
  private final TestCompiler compiler;

  LockedModule(Path folder, CompilerKind kind, String... options) {
    this.folder = folder;
    TestCompiler with = kind.in(folder).allowingWarnings();
    for (String option : options) {
      with = with.with(option);
    }
    this.compiler = with;
    create(folder.resolve("src/main/java"));
  }

  /** Compiles sources in a clean class output. */
  Compilation compile(String mode, String... sources) {
    for (String output : List.of("classes", "generated")) {
      delete(folder.resolve(output));
    }
    return recompile(mode, sources);
  }

  /** Compiles sources where the class files of others are. */
  Compilation recompile(String mode, String... sources) {
    return compiler.with("-Atriglot.lock=" + mode).compile(sources);
  }

  /** Deletes the class files of a class and of what was generated from it, as an IDE does. */
  void discard(String simpleName) {
    try (Stream<Path> files = Files.walk(folder.resolve("classes"))) {
      files
          .filter(file -> file.getFileName().toString().startsWith(simpleName))
          .forEach(LockedModule::deleteFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the lock of these sources. */
  String write(String... sources) {
    Compilation compilation = compile("write", sources);
    if (!compilation.success()) {
      throw new AssertionError(String.join("\n", compilation.diagnostics()));
    }
    return lock();
  }

  Path lockFile() {
    return folder.resolve("src/main/resources/META-INF/triglot/contract.lock");
  }

  String lock() {
    try {
      return Files.readString(lockFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a line that a developer writes into the lock. */
  void permit(String line) {
    setLock(lock().replace("format 1\n", "format 1\n" + line + "\n"));
  }

  void setLock(String text) {
    try {
      create(lockFile().getParent());
      Files.writeString(lockFile(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void create(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        files.sorted(Comparator.reverseOrder()).forEach(LockedModule::deleteFile);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void deleteFile(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
