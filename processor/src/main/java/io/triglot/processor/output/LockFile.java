package io.triglot.processor.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/**
 * The file with a module's lock: the one that the user names, else the one among the resources of
 * the module whose class output this is, else the copy of it that the build has put there.
 */
public final class LockFile {
  /** Where it is among the resources and in the class output. */
  public static final String PATH = "META-INF/triglot/contract.lock";

  /** How far the class output is below the module's folder, at most. */
  private static final int DEPTH = 6;

  private final Optional<Path> source;
  private final Optional<String> copy;

  /**
   * Finds the file.
   *
   * @param named the absolute path that the user gives
   * @param copy what the class output has
   */
  public LockFile(Filer filer, Optional<Path> named, Optional<String> copy) {
    this.source = named.or(() -> classOutput(filer).flatMap(LockFile::besides));
    this.copy = named.isPresent() ? Optional.empty() : copy;
  }

  /** The text of the lock; empty where there is none. */
  public Optional<String> read() {
    return source.filter(Files::isRegularFile).map(LockFile::text).or(() -> copy);
  }

  /** Where the lock is to be written; empty where nothing tells. */
  public Optional<Path> source() {
    return source;
  }

  /** Writes the lock, whole or not at all. */
  public void write(String text) {
    Path file = source.orElseThrow();
    try {
      Files.createDirectories(file.getParent());
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      try {
        Files.writeString(fresh, text);
        Files.move(
            fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The resources of the module that the class output is in, of its tests for that of these. */
  private static Optional<Path> besides(Path classOutput) {
    Path module = classOutput;
    for (int i = 0; i < DEPTH && module.getParent() != null; i++) {
      module = module.getParent();
      if (Files.isDirectory(module.resolve("src").resolve("main"))) {
        String below = module.relativize(classOutput).toString();
        String set = below.matches(".*\\btest.*") ? "test" : "main";
        return Optional.of(module.resolve("src").resolve(set).resolve("resources").resolve(PATH));
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> classOutput(Filer filer) {
    return uri(filer)
        .filter(uri -> "file".equals(uri.getScheme()))
        .map(uri -> Path.of(uri).toAbsolutePath().normalize())
        .map(file -> file.resolve("../../..").normalize());
  }

  private static Optional<URI> uri(Filer filer) {
    try {
      return Optional.of(filer.getResource(StandardLocation.CLASS_OUTPUT, "", PATH).toUri());
    } catch (IOException | RuntimeException absent) {
      return created(filer);
    }
  }

  /** The Eclipse compiler has an object of what is not there only if it is to be made. */
  private static Optional<URI> created(Filer filer) {
    try {
      return Optional.of(
          filer
              .createResource(StandardLocation.CLASS_OUTPUT, "", PATH.replace(".lock", ".none"))
              .toUri());
    } catch (IOException | RuntimeException unknown) {
      return Optional.empty();
    }
  }
}
