package io.triglot.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The README's service, served by our server in a process of its own. */
final class ServedShop implements AutoCloseable {
  private final Process process;
  private final Map<String, String> told;

  private ServedShop(Process process, Map<String, String> told) {
    this.process = process;
    this.told = told;
  }

  /** Starts it, and waits until it is ready. */
  static ServedShop start(Jdk jdk, String classPath) throws IOException {
    Process process =
        new ProcessBuilder(jdk.program("java"), "-cp", classPath, "com.acme.host.ServedShop")
            .redirectErrorStream(true)
            .start();
    Map<String, String> told = new HashMap<>();
    StringBuilder output = new StringBuilder();
    BufferedReader reader = process.inputReader();
    while (!told.containsKey("READY")) {
      String line = reader.readLine();
      if (line == null) {
        throw new AssertionError("The server did not start\n" + output);
      }
      output.append(line).append('\n');
      String[] words = line.split(" ", 2);
      told.put(words[0], words.length > 1 ? words[1] : "");
    }
    return new ServedShop(process, told);
  }

  /** Asserts that a call gives what the README shows. */
  void assertAnswers(Readme.Call call) {
    assertThat(json(answer(call.command()))).as(call.command()).isEqualTo(json(call.result()));
  }

  @Override
  public void close() throws IOException {
    process.outputWriter().close();
    assertThat(process.onExit().join().exitValue()).isZero();
  }

  /** What a call gives; that of grpcurl is what grpc-java was given over the same socket. */
  private String answer(String command) {
    if (command.startsWith("grpcurl ")) {
      return told.get("gRPC");
    }
    try {
      Path folder = Files.createDirectories(Path.of("target"));
      String here = command.replace("127.0.0.1:8080", "127.0.0.1:" + told.get("HTTP"));
      List<String> shell = List.of("sh", "-c", here.replaceFirst("^curl ", "curl -sS "));
      return Command.run(folder, Map.of(), shell).orFail();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }
}
