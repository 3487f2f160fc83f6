package io.triglot.benchmarks.rest;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * An installed JDK.
 *
 * @param feature 17 or 25
 * @param version as it says itself
 * @param home its folder
 */
record Jdk(int feature, String version, Path home) {
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/lib/jvm"),
          Path.of("/opt/java"),
          Path.of("/Library/Java/JavaVirtualMachines"),
          Path.of(System.getProperty("user.home"), ".sdkman", "candidates", "java"));

  /** The first one of a feature release, of those that the environment names and the usual ones. */
  static Optional<Jdk> find(int feature) throws IOException {
    List<Path> homes = new ArrayList<>();
    Stream.of(
            System.getProperty("java.home"),
            System.getenv("JAVA_HOME_" + feature),
            System.getenv("JAVA_HOME"))
        .filter(Objects::nonNull)
        .map(Path::of)
        .forEach(homes::add);
    for (Path place : PLACES) {
      if (Files.isDirectory(place)) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(place)) {
          for (Path folder : folders) {
            homes.add(folder);
            homes.add(folder.resolve("Contents/Home"));
          }
        }
      }
    }
    for (Path home : homes) {
      Optional<Jdk> jdk = at(home);
      if (jdk.isPresent() && jdk.get().feature == feature) {
        return jdk;
      }
    }
    return Optional.empty();
  }

  private static Optional<Jdk> at(Path home) throws IOException {
    Path release = home.resolve("release");
    if (!Files.isReadable(release) || !Files.isExecutable(home.resolve("bin/java"))) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(release)) {
      properties.load(reader);
    }
    String version = properties.getProperty("JAVA_VERSION", "\"0\"").replace("\"", "");
    return Optional.of(new Jdk(Runtime.Version.parse(version).feature(), version, home));
  }

  /** The program that starts a process. */
  String java() {
    return home.resolve("bin/java").toString();
  }
}
