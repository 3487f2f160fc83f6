package io.triglot.consumer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the tutorial's commands are typed. Its ports are taken by others: a server gets free ones
 * from its environment, and what is typed and printed is translated.
 *
 * <p>Carriage returns, colours, and empty lines around what is printed are left out.
 */
final class Terminal implements AutoCloseable {
  private static final Pattern ANNOUNCED =
      Pattern.compile("(REST and GraphQL: http://|gRPC: )127\\.0\\.0\\.1:(\\d+)");

  private final Path folder;
  private final String shell;
  private final Map<String, String> environment;
  private final Map<String, RunningCommand> running = new LinkedHashMap<>();
  private final Map<String, String> ports = new HashMap<>();

  /**
   * A terminal.
   *
   * @param shell what its shell knows before the first command
   */
  Terminal(Path folder, String shell, Map<String, String> environment) {
    this.folder = folder;
    this.shell = shell;
    this.environment = environment;
  }

  /** Types a command and waits for its end. */
  Command run(String command) throws IOException {
    RunningCommand started = start(command);
    int exit = started.exit();
    return new Command(exit, printed(started.output()));
  }

  /**
   * Types a command and waits until it has printed what is expected, or ends. One like it ends
   * before.
   */
  String open(String command, Pattern expected) throws IOException, InterruptedException {
    RunningCommand former = running.remove(command);
    if (former != null) {
      former.close();
    }
    RunningCommand started = start(command);
    running.put(command, started);
    return more(started, expected);
  }

  /** Waits until the command that was opened last has printed what is expected. */
  String more(Pattern expected) throws InterruptedException {
    return more(List.copyOf(running.values()).get(running.size() - 1), expected);
  }

  /** Ends whatever runs. */
  @Override
  public void close() {
    running.values().forEach(RunningCommand::close);
  }

  private String more(RunningCommand command, Pattern expected) throws InterruptedException {
    String output =
        command.await(
            text -> {
              learnPorts(text);
              return expected.matcher(printed(text)).matches();
            });
    return printed(output);
  }

  private void learnPorts(String text) {
    Matcher announced = ANNOUNCED.matcher(text);
    while (announced.find()) {
      ports.put(announced.group(1).startsWith("gRPC") ? "9090" : "8080", announced.group(2));
    }
  }

  private RunningCommand start(String command) throws IOException {
    String typed = command;
    for (Map.Entry<String, String> port : ports.entrySet()) {
      typed = typed.replace("127.0.0.1:" + port.getKey(), "127.0.0.1:" + port.getValue());
    }
    return RunningCommand.start(folder, environment, List.of("sh", "-c", shell + "\n" + typed));
  }

  private String printed(String output) {
    String text = output.replace("\r", "").replaceAll("\u001b\\[[0-9;]*m", "");
    for (Map.Entry<String, String> port : ports.entrySet()) {
      text = text.replace("127.0.0.1:" + port.getValue(), "127.0.0.1:" + port.getKey());
    }
    text = text.replaceFirst("^\n+", "").stripTrailing();
    return text.isEmpty() ? "" : text + "\n";
  }
}
