package io.triglot.processor.ide;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TestCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A project in an IDE: sources, and what compiling them piece by piece has left. An edit compiles
 * the files that it changes and, where it changes more than bodies and comments, those that mention
 * them. What came from a file goes when the file is deleted, and when it is compiled again: before
 * that in IntelliJ IDEA and Gradle, after it in Eclipse, where the rest is written anew.
 */
final class IdeProject {
  private final boolean eclipse;
  private final Path directory;
  private final TestCompiler compiler;
  private final TrackedProcessor tracked;
  private final SortedMap<String, String> sources = new TreeMap<>();

  IdeProject(CompilerKind kind, Path directory) {
    this.eclipse = kind == CompilerKind.ECJ;
    this.directory = directory;
    this.tracked = new TrackedProcessor(directory.resolve("generated"));
    this.compiler = kind.in(directory).allowingWarnings().processedBy(tracked::processor);
  }

  /** The sources by the names of their classes. */
  SortedMap<String, String> sources() {
    return sources;
  }

  /** Compiles everything anew. */
  void rebuild() {
    Set.copyOf(tracked.origins.keySet()).forEach(this::deleteGenerated);
    apply(new Edit("rebuild", new TreeMap<>(sources), false));
  }

  /** Changes files, and compiles what an IDE would. */
  Compilation apply(Edit edit) {
    SortedMap<String, String> after = new TreeMap<>(sources);
    after.putAll(edit.changes());
    after.values().removeIf(String::isEmpty);
    Set<String> compiled = new TreeSet<>(edit.changes().keySet());
    if (edit.structural()) {
      compiled.addAll(mentioning(edit.changes().keySet()));
    }
    compiled.stream().flatMap(this::classes).forEach(IdeProject::delete);
    if (!eclipse) {
      compiled.forEach(this::discardGenerated);
    }
    sources.clear();
    sources.putAll(after);
    Compilation compilation =
        compile(compiled.stream().filter(sources::containsKey).collect(Collectors.toSet()));
    compiled.forEach(this::discardGenerated);
    return compilation;
  }

  private Compilation compile(Set<String> names) {
    tracked.written.clear();
    if (names.isEmpty()) {
      return nothing();
    }
    List<Path> files = names.stream().map(this::written).toList();
    Compilation compilation = compiler.compile(files);
    return eclipse && compilation.success() ? again(files) : compilation;
  }

  /** The batch compiler has not seen the generated classes that were replaced. */
  private Compilation again(List<Path> files) {
    return compiler
        .with("-proc:none")
        .compile(
            Stream.concat(files.stream(), tracked.written.stream().map(this::generated)).toList());
  }

  private Compilation nothing() {
    return new Compilation(
        true, List.of(), directory.resolve("generated"), directory.resolve("classes"), List.of());
  }

  /** The classes of the sources whose class files mention one of these. */
  private Set<String> mentioning(Set<String> names) {
    Pattern mention =
        Pattern.compile(
            names.stream()
                .map(name -> Pattern.quote(name.replace('.', '/')))
                .collect(Collectors.joining("|", "(?:^|[^\\w/])L?(?:", ")(?![\\w/])")));
    return sources.keySet().stream()
        .filter(name -> classes(name).anyMatch(file -> mention.matcher(text(file)).find()))
        .collect(Collectors.toSet());
  }

  /** Deletes what came from a class and has not come from it again. */
  private void discardGenerated(String name) {
    Set<String> gone = new TreeSet<>();
    tracked.origins.forEach(
        (generated, from) -> {
          if (!tracked.written.contains(generated) && from.remove(name) && from.isEmpty()) {
            gone.add(generated);
          }
        });
    gone.forEach(this::deleteGenerated);
  }

  private Path generated(String name) {
    return directory.resolve("generated").resolve(name.replace('.', '/') + ".java");
  }

  private void deleteGenerated(String name) {
    classes(name).toList().forEach(IdeProject::delete);
    delete(generated(name));
    tracked.origins.remove(name);
  }

  /** The class file of a class, and those of the classes in it. */
  private Stream<Path> classes(String name) {
    Path file = directory.resolve("classes").resolve(name.replace('.', '/') + ".class");
    String simple = name.substring(name.lastIndexOf('.') + 1);
    if (!Files.isDirectory(file.getParent())) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(file.getParent())) {
      return files
          .filter(
              each ->
                  each.getFileName().toString().equals(simple + ".class")
                      || each.getFileName().toString().startsWith(simple + "$"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path written(String name) {
    try {
      Path file = directory.resolve("sources").resolve(name.replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      return Files.writeString(file, sources.get(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What is done at once before the next compilation.
   *
   * @param changes the new texts of files, by the names of their classes; empty ones are deleted
   * @param structural whether more than bodies and comments changes
   */
  record Edit(String name, Map<String, String> changes, boolean structural) {
    /** Whether anything is compiled because of it. */
    boolean isSeen() {
      return !changes.values().stream().allMatch(String::isEmpty);
    }
  }
}
