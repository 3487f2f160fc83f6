package io.triglot.consumer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a program did.
 *
 * @param exit its exit code
 * @param output what it printed, errors included
 */
record Command(int exit, String output) {

  /** Runs a program to its end. */
  static Command run(Path folder, Map<String, String> environment, List<String> command)
      throws IOException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    int exit = builder.start().onExit().join().exitValue();
    return new Command(exit, Files.readString(output));
  }

  /** The output, of a program that must not fail. */
  String orFail() {
    if (exit != 0) {
      throw new AssertionError("Exit code " + exit + "\n" + output);
    }
    return output;
  }
}
