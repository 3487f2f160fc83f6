package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.example.orders.Order;
import io.triglot.example.orders.OrderStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The shop as a process of its own, as it is started from a command line. */
class ShopProcessTest {
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");
  private static final Pattern TOKEN = Pattern.compile("alice \\(customer\\) +(\\S+)");

  @Test
  void endsItsStreamsAndItselfWhenAskedTo() throws IOException {
    Process process = start("--port", "0", "--grpc-port", "0");
    try {
      String welcome = untilWelcomed(process.inputReader());
      int port = Integer.parseInt(first(ADDRESS, welcome));
      RestClient client = new RestClient(port, Optional.of(first(TOKEN, welcome)));
      Order order = client.createOrder("1", 1);
      EventStream events = client.orderEvents();
      events.awaitLiveBy(() -> client.updateOrderStatus(order.id(), OrderStatus.SHIPPED));

      process.destroy();

      // The shop ends its events, and its server ends all streams: whichever comes first.
      Object end = events.lastSignal();
      assertThat(end instanceof CallFailure failure ? failure.code() : end.toString())
          .isIn(EventStream.END, "UNAVAILABLE");
      assertThat(process.onExit().join().exitValue()).isEqualTo(128 + 15);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void saysHowItIsStartedWhenItDoesNotUnderstand() throws IOException {
    Process process = start("--prot", "0");

    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(output).contains("Unknown option --prot").contains("--grpc-port N");
    assertThat(process.onExit().join().exitValue()).isEqualTo(2);
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Shop.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static String untilWelcomed(BufferedReader output) throws IOException {
    StringBuilder text = new StringBuilder();
    while (!text.toString().contains("Ctrl-C")) {
      String line = output.readLine();
      assertThat(line).as(text.toString()).isNotNull();
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
