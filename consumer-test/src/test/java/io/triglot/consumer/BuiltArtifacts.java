package io.triglot.consumer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** The jars that this build has made, put in the layout of a Maven repository. */
final class BuiltArtifacts {
  static final String VERSION = System.getProperty("triglot.version");

  private static final Path ROOT = Path.of(System.getProperty("triglot.root"));
  private static final Map<String, String> MODULES =
      Map.of(
          "triglot-annotations", "annotations",
          "triglot-runtime", "runtime/core",
          "triglot-server", "runtime/server",
          "triglot-processor", "processor");

  private BuiltArtifacts() {}

  /** Installs them in a repository, or skips the test where "package" has not run. */
  static void installIn(Path repository) throws IOException {
    for (Map.Entry<String, String> module : MODULES.entrySet()) {
      String artifact = module.getKey();
      Path folder = ROOT.resolve(module.getValue());
      Path jar = folder.resolve("target/" + artifact + "-" + VERSION + ".jar");
      assumeTrue(Files.exists(jar), jar + " is not there: run mvn verify");
      Path target = repository.resolve("io/triglot/" + artifact + "/" + VERSION);
      Files.createDirectories(target);
      String name = artifact + "-" + VERSION;
      copy(jar, target.resolve(name + ".jar"));
      copy(folder.resolve(".flattened-pom.xml"), target.resolve(name + ".pom"));
    }
  }

  /** The jar of an artifact. */
  static Path jar(String artifact) {
    return ROOT.resolve(MODULES.get(artifact))
        .resolve("target/" + artifact + "-" + VERSION + ".jar");
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
