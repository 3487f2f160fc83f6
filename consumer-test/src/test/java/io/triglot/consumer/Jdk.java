package io.triglot.consumer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * An installed JDK.
 *
 * @param home its folder
 * @param version its feature release, such as 17
 */
record Jdk(Path home, int version) {

  /** A JDK of this feature release, from the environment or the usual places. */
  static Optional<Jdk> find(int version) {
    return candidates()
        .flatMap(home -> read(home).stream())
        .filter(jdk -> jdk.version == version)
        .findFirst();
  }

  /** A program of this JDK, such as java. */
  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private static Stream<Path> candidates() {
    Stream<Path> named =
        System.getenv().entrySet().stream()
            .filter(variable -> variable.getKey().startsWith("JAVA"))
            .filter(variable -> variable.getKey().contains("HOME"))
            .sorted(Map.Entry.comparingByKey())
            .map(variable -> Path.of(variable.getValue()));
    Path user = Path.of(System.getProperty("user.home"));
    Stream<Path> usual =
        Stream.of(
                Path.of("/usr/lib/jvm"),
                Path.of("/opt"),
                user.resolve(".jdks"),
                user.resolve(".sdkman/candidates/java"),
                Path.of("/Library/Java/JavaVirtualMachines"),
                Path.of("C:/Program Files/Java"))
            .flatMap(folder -> list(folder).stream())
            .flatMap(home -> Stream.of(home, home.resolve("Contents/Home")));
    Path own = Path.of(System.getProperty("java.home"));
    return Stream.of(Stream.of(own), named, usual).flatMap(homes -> homes);
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> homes = Files.list(folder)) {
      return homes.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JDK tells its version in its file {@code release}. */
  private static Optional<Jdk> read(Path home) {
    Path release = home.resolve("release");
    boolean compiler =
        Files.exists(home.resolve("bin/javac")) || Files.exists(home.resolve("bin/javac.exe"));
    if (!compiler || !Files.isReadable(release)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(release)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Optional.of(new Jdk(home, Runtime.Version.parse(version.split("_", 2)[0]).feature()));
  }
}
