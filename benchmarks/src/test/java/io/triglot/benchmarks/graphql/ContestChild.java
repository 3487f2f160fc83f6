package io.triglot.benchmarks.graphql;

import io.triglot.benchmarks.contest.ContestProcess;
import io.triglot.benchmarks.contest.Question;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** A contestant in a JVM of its own, so that none profits or suffers from another one's classes. */
final class ContestChild implements AutoCloseable {
  private static final String HOME = System.getProperty("java.home");

  private final String name;
  private final Process process;
  private final BufferedReader answers;

  private ContestChild(String name, String classPath) throws IOException {
    this.name = name;
    process =
        new ProcessBuilder(
                Path.of(HOME, "bin", "java").toString(),
                "-Xms512m",
                "-Xmx512m",
                "-XX:+UseParallelGC",
                "-cp",
                classPath,
                ContestProcess.class.getName(),
                name)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** All contestants, Triglot first. */
  static List<ContestChild> start() throws IOException {
    String own = peer("triglot");
    return List.of(
        new ContestChild("Triglot", own),
        new ContestChild("graphql-java", own),
        new ContestChild("graphql-java with a document cache", own),
        new ContestChild("Spring for GraphQL", peer("spring")),
        new ContestChild("SmallRye GraphQL", peer("smallrye")),
        new ContestChild("SPQR", peer("spqr")));
  }

  private static String peer(String folder) throws IOException {
    Path target = Path.of("peers", folder, "target").toAbsolutePath();
    return target.resolve("classes")
        + System.getProperty("path.separator")
        + Files.readString(target.resolve("class-path.txt")).strip();
  }

  String name() {
    return name;
  }

  /** The response's body. */
  String answer(Question question) throws IOException {
    return new String(
        Base64.getDecoder().decode(ask(question + " answer")), StandardCharsets.UTF_8);
  }

  /** What each request cost in a turn of so many milliseconds. */
  Cost turn(Question question, int millis) throws IOException {
    String[] costs = ask(question + " turn " + millis).split(" ", -1);
    return new Cost(Double.parseDouble(costs[0]), Double.parseDouble(costs[1]));
  }

  private String ask(String command) throws IOException {
    process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith("> ")) {
        return line.substring(2);
      }
    }
    throw new IOException(name + " has ended");
  }

  @Override
  public void close() {
    process.destroy();
  }

  /**
   * The cost of a request.
   *
   * @param nanos of processor time, of the whole process
   * @param bytes allocated
   */
  record Cost(double nanos, double bytes) {}
}
