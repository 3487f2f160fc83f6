package io.triglot.processor.ide;

import io.triglot.processor.ide.IdeProject.Edit;
import io.triglot.processor.testing.Compilation;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A project in Eclipse, whose own builder decides what is compiled after an edit. */
final class EclipseProject {
  private final Path project;
  private final Process eclipse;
  private final BufferedReader answers;
  private final PrintWriter commands;
  private final SortedMap<String, String> sources = new TreeMap<>();

  EclipseProject(Path directory) throws IOException {
    project = directory.resolve("workspace/shop");
    eclipse =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dshop.processor=" + jars("triglot-processor").findFirst().orElseThrow(),
                "-Dshop.libraries="
                    + jars("(?!triglot-processor|org\\.eclipse|ecj).*")
                        .collect(Collectors.joining(File.pathSeparator)),
                "-cp",
                jars("org\\.eclipse\\.osgi").findFirst().orElseThrow()
                    + File.pathSeparator
                    + classes(),
                "io.triglot.eclipse.Launcher",
                directory.toString(),
                System.getProperty("eclipse.bundles"),
                classes())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    answers = eclipse.inputReader(StandardCharsets.UTF_8);
    commands = new PrintWriter(eclipse.outputWriter(StandardCharsets.UTF_8), true);
    answer();
  }

  private static String classes() {
    return Path.of(System.getProperty("user.dir"), "target", "test-classes") + File.separator;
  }

  /** The jars on our class path whose names begin so. */
  private static Stream<String> jars(String name) {
    return Pattern.compile(File.pathSeparator)
        .splitAsStream(System.getProperty("java.class.path"))
        .filter(path -> new File(path).getName().matches("(?:" + name + ")[-0-9].*\\.jar|" + name))
        .filter(path -> path.endsWith(".jar"))
        .filter(path -> !path.endsWith("-tests.jar"));
  }

  /** The sources by the names of their classes. */
  SortedMap<String, String> sources() {
    return sources;
  }

  /** Has Eclipse build everything anew. */
  Compilation rebuild() throws IOException {
    return build("full");
  }

  /** Changes files, and has Eclipse build what it thinks is affected. */
  Compilation apply(Edit edit) throws IOException {
    for (var change : edit.changes().entrySet()) {
      Path file = project.resolve("src").resolve(change.getKey().replace('.', '/') + ".java");
      if (change.getValue().isEmpty()) {
        Files.deleteIfExists(file);
        sources.remove(change.getKey());
      } else {
        Files.createDirectories(file.getParent());
        Files.writeString(file, change.getValue());
        sources.put(change.getKey(), change.getValue());
      }
    }
    return build("incremental");
  }

  private Compilation build(String kind) throws IOException {
    commands.println(kind);
    List<String> problems = answer();
    return new Compilation(
        problems.stream().noneMatch(line -> line.startsWith("ERROR ")),
        problems,
        project.resolve(".apt_generated"),
        project.resolve("bin"),
        List.of());
  }

  private List<String> answer() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = answers.readLine(); !"END".equals(line); line = answers.readLine()) {
      if (line == null) {
        throw new IOException("Eclipse has ended: " + lines);
      }
      lines.add(line);
    }
    return lines;
  }

  /** Has Eclipse end. */
  void close() throws InterruptedException {
    commands.close();
    eclipse.waitFor();
  }
}
