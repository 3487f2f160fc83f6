package io.triglot.benchmarks.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server of the comparison: what it is started with, and where its operations are. */
enum Contender {
  TRIGLOT("Triglot", true, "triglot", "") {
    @Override
    List<String> arguments(Ports ports) throws IOException {
      return main("" + ports.http(), "" + ports.grpc());
    }
  },
  TRIGLOT_DIRECT("Triglot, `blocking = false`", false, "triglot", "/direct") {
    @Override
    List<String> arguments(Ports ports) throws IOException {
      return TRIGLOT.arguments(ports);
    }
  },
  JERSEY("Jersey on Grizzly", true, "jersey", "") {
    @Override
    List<String> arguments(Ports ports) throws IOException {
      return main("" + ports.http());
    }
  },
  QUARKUS("Quarkus REST", true, "quarkus", "") {
    @Override
    List<String> arguments(Ports ports) {
      return List.of(
          "-Dquarkus.http.host=127.0.0.1",
          "-Dquarkus.http.port=" + ports.http(),
          "-jar",
          target().resolve("quarkus-app/quarkus-run.jar").toString());
    }

    @Override
    boolean isBuilt() {
      return Files.exists(target().resolve("quarkus-app/quarkus-run.jar"));
    }
  },
  MICRONAUT("Micronaut, `@ExecuteOn(BLOCKING)`", true, "micronaut", "") {
    @Override
    List<String> arguments(Ports ports) throws IOException {
      return main("-micronaut.server.host=127.0.0.1", "-micronaut.server.port=" + ports.http());
    }
  },
  MICRONAUT_EVENT_LOOP("Micronaut, event loop", false, "micronaut", "/direct") {
    @Override
    List<String> arguments(Ports ports) throws IOException {
      return MICRONAUT.arguments(ports);
    }
  },
  HELIDON("Helidon SE", true, "helidon", "") {
    @Override
    List<String> arguments(Ports ports) throws IOException {
      return main("" + ports.http());
    }

    @Override
    boolean runsOn(Jdk jdk) {
      return jdk.feature() >= 21;
    }
  },
  SPRING_BOOT("Spring Boot", true, "spring", "") {
    @Override
    List<String> arguments(Ports ports) throws IOException {
      return main("--server.address=127.0.0.1", "--server.port=" + ports.http());
    }
  };

  private final String title;
  private final boolean mayBlock;
  private final String folder;
  private final String below;

  Contender(String title, boolean mayBlock, String folder, String below) {
    this.title = title;
    this.mayBlock = mayBlock;
    this.folder = folder;
    this.below = below;
  }

  /** What the program is started with: flags of the JVM, the main class or jar, arguments. */
  abstract List<String> arguments(Ports ports) throws IOException;

  /** Whether its methods may block their thread. */
  boolean mayBlock() {
    return mayBlock;
  }

  /** The path below which its operations are. */
  String below() {
    return below;
  }

  boolean runsOn(Jdk jdk) {
    return true;
  }

  /** Whether this build has made it: Helidon's needs JDK 21. */
  boolean isBuilt() {
    return Files.exists(target().resolve("class-path.txt"));
  }

  Path target() {
    return Path.of("peers", "rest", folder, "target").toAbsolutePath();
  }

  List<String> main(String... arguments) throws IOException {
    List<String> all = new ArrayList<>();
    all.add("-cp");
    all.add(ClassPath.ofJars(target()));
    all.add("io.triglot.benchmarks.rest." + folder + ".Main");
    all.addAll(List.of(arguments));
    return all;
  }

  @Override
  public String toString() {
    return title;
  }
}
