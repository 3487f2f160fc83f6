package io.triglot.benchmarks.rest;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The class path of a module as its users would have it: jars, where this build has folders. An
 * archive of classes can be made of jars only.
 */
final class ClassPath {
  private ClassPath() {}

  /** That of the module with this {@code target} folder; makes the jars that are not there. */
  static synchronized String ofJars(Path target) throws IOException {
    List<String> jars = new ArrayList<>();
    jars.add(jar(target.resolve("classes"), target));
    String others = Files.readString(target.resolve("class-path.txt")).strip();
    for (String element : others.split(File.pathSeparator)) {
      Path path = Path.of(element);
      jars.add(Files.isDirectory(path) ? jar(path, target) : element);
    }
    return String.join(File.pathSeparator, jars);
  }

  private static String jar(Path classes, Path target) throws IOException {
    // …/MODULE/target/classes
    Path module = classes.getParent().getParent().getFileName();
    Path jar = target.resolve("jars").resolve(module + ".jar");
    if (!Files.exists(jar) || newest(classes) > Files.getLastModifiedTime(jar).toMillis()) {
      Files.createDirectories(jar.getParent());
      write(classes, jar);
    }
    return jar.toString();
  }

  private static long newest(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      return files.mapToLong(file -> file.toFile().lastModified()).max().orElse(0);
    }
  }

  private static void write(Path classes, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(file -> !file.equals(classes)).sorted().toList()) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        boolean folder = Files.isDirectory(file); // Micronaut looks for them
        out.putNextEntry(new ZipEntry(folder ? name + "/" : name));
        if (!folder) {
          Files.copy(file, out);
        }
        out.closeEntry();
      }
    }
  }
}
