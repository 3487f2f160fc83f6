package io.triglot.benchmarks.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the comparison rests on; the servers themselves are there with {@code -Pbenchmarks}. */
class RestComparisonTest {
  @TempDir private Path module;

  @Test
  void putsFoldersOfAClassPathIntoJars() throws Exception {
    Path target = module.resolve("target");
    Path other = module.resolve("other/target/classes");
    Files.createDirectories(target.resolve("classes/a/b"));
    Files.writeString(target.resolve("classes/a/b/one.txt"), "1");
    Files.createDirectories(other);
    Files.writeString(other.resolve("two.txt"), "2");
    Files.writeString(
        target.resolve("class-path.txt"), other + File.pathSeparator + "library.jar\n");

    String[] elements = ClassPath.ofJars(target).split(File.pathSeparator, -1);

    assertThat(elements).hasSize(3);
    try (JarFile own = new JarFile(elements[0])) {
      assertThat(own.stream().map(JarEntry::getName)).containsExactly("a/", "a/b/", "a/b/one.txt");
    }
    try (JarFile second = new JarFile(elements[1])) {
      assertThat(second.getEntry("two.txt")).isNotNull();
    }
    assertThat(elements[2]).isEqualTo("library.jar");
  }

  @Test
  void findsTheJdkThatItRunsOn() throws Exception {
    int feature = Runtime.version().feature();

    assertThat(Jdk.find(feature))
        .hasValueSatisfying(jdk -> assertThat(jdk.java()).endsWith("java"));
    assertThat(Jdk.find(1)).isEmpty();
  }

  @Test
  void leavesHelidonOutWhereItCannotRun() {
    assertThat(Contender.HELIDON.runsOn(new Jdk(17, "17.0.15", module))).isFalse();
    assertThat(Contender.HELIDON.runsOn(new Jdk(25, "25.0.3", module))).isTrue();
  }
}
