package io.triglot.consumer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Maven project of a user, in a folder of its own, with a local repository of the tests. */
final class UserProject {
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  /** Where this build has put its artifacts; what else these projects need is fetched into it. */
  private static final Path REPOSITORY = Path.of(System.getProperty("triglot.repository"));

  private static final String DEPENDENCIES =
      "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:list";

  /** A line such as {@code com.acme:shop:jar:1.0:compile:/home/a/shop-1.0.jar -- module shop}. */
  private static final Pattern DEPENDENCY =
      Pattern.compile("\\s+\\S+:jar:\\S+?:(compile|runtime|provided|test):(.+?)( -- module .*)?");

  private final Path folder;
  private final Jdk jdk;

  private UserProject(Path folder, Jdk jdk) {
    this.folder = folder;
    this.jdk = jdk;
  }

  /** The version of the artifacts of this build. */
  static String version() {
    return System.getProperty("triglot.version");
  }

  /** The jar of an artifact of this build. */
  static Path artifact(String artifactId) {
    String version = version();
    return REPOSITORY.resolve("io/triglot/%1$s/%2$s/%1$s-%2$s.jar".formatted(artifactId, version));
  }

  /** An empty project. */
  static UserProject create(String name, Jdk jdk) throws IOException {
    Path folder = TARGET.resolve("projects").resolve(name + "-" + jdk.version());
    delete(folder);
    // Maven takes the settings of the nearest .mvn: not those of the build that runs this test.
    Files.createDirectories(folder.resolve(".mvn"));
    Files.writeString(folder.resolve("settings.xml"), settings());
    return new UserProject(folder, jdk);
  }

  /** Writes a file. */
  UserProject file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** Compiles main and test classes. */
  UserProject compile() throws IOException {
    maven(
        "test-compile",
        DEPENDENCIES,
        "-DoutputAbsoluteArtifactFilename=true",
        "-DoutputFile=" + folder.resolve("dependencies.txt"));
    return this;
  }

  /** What the compiled project's dependencies bring, those for tests included. */
  List<Path> dependencies() throws IOException {
    return dependencies(Set.of("compile", "runtime", "provided", "test"));
  }

  /** What the compiled project's dependencies bring at run time. */
  List<Path> runtimeDependencies() throws IOException {
    return dependencies(Set.of("compile", "runtime"));
  }

  private List<Path> dependencies(Set<String> scopes) throws IOException {
    return Files.readAllLines(folder.resolve("dependencies.txt")).stream()
        .map(DEPENDENCY::matcher)
        .filter(line -> line.matches() && scopes.contains(line.group(1)))
        .map(line -> Path.of(line.group(2)))
        .toList();
  }

  /** Compiled classes and all dependencies, as {@code java -cp} takes them. */
  String classPath() throws IOException {
    return path(dependencies(), classes(), folder.resolve("target/test-classes"));
  }

  /** The folder of the compiled classes. */
  Path classes() {
    return folder.resolve("target/classes");
  }

  /** A file or folder of the project. */
  Path path(String path) {
    return folder.resolve(path);
  }

  /** Runs a class on the project's JDK. */
  Command java(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(jdk.program("java")));
    command.addAll(List.of(arguments));
    return Command.run(folder, Map.of(), command);
  }

  /** A class path as {@code java -cp} takes it. */
  static String path(List<Path> entries, Path... first) {
    return Stream.concat(Stream.of(first), entries.stream())
        .map(Path::toString)
        .reduce((a, b) -> a + File.pathSeparator + b)
        .orElseThrow();
  }

  /** Maven, as this build has it, with the repositories of the tests. */
  List<String> mavenCommand() {
    boolean windows = File.separatorChar == '\\';
    Path maven = Path.of(System.getProperty("maven.home"), "bin", windows ? "mvn.cmd" : "mvn");
    return List.of(
        maven.toString(),
        "--batch-mode",
        "--global-settings",
        folder.resolve("settings.xml").toString(),
        "-Dmaven.repo.local=" + REPOSITORY);
  }

  private void maven(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(mavenCommand());
    command.addAll(List.of(arguments));
    Command.run(folder, Map.of("JAVA_HOME", jdk.home().toString()), command).orFail();
  }

  /**
   * What the build that runs this test has fetched is at hand, so that nothing is fetched twice.
   */
  private static String settings() {
    return """
    <settings>
      <profiles>
        <profile>
          <id>fetched</id>
          <repositories>
            <repository>
              <id>fetched</id>
              <url>%1$s</url>
              <snapshots><enabled>false</enabled></snapshots>
            </repository>
          </repositories>
          <pluginRepositories>
            <pluginRepository>
              <id>fetched</id>
              <url>%1$s</url>
              <snapshots><enabled>false</enabled></snapshots>
            </pluginRepository>
          </pluginRepositories>
        </profile>
      </profiles>
      <activeProfiles>
        <activeProfile>fetched</activeProfile>
      </activeProfiles>
    </settings>
    """
        .formatted(Path.of(System.getProperty("triglot.localRepository")).toUri());
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
