package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.triglot.example.provider.ProviderServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The calls that the shop prints for pasting. */
class WelcomeTest {
  @RegisterExtension final RunningShop shop = new RunningShop();

  @Test
  void printsCallsThatCurlCanMake() throws IOException {
    assumeTrue(exitOf("curl --version") == 0, "The printed calls are not tested: no curl");
    ProviderServer provider =
        shop.closedAtTheEnd(ProviderServer.start(0, shop.shop().webhook(), RunningShop.SECRET));
    shop.shop().paymentsAt(provider.uri());
    List<String> calls =
        shop.welcome()
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("curl "))
            .filter(line -> !line.contains("text/event-stream"))
            .toList();

    assertThat(calls).hasSizeGreaterThan(6);
    for (String call : calls) {
      String status = call + " -s -o /dev/null -w '%{http_code}'";
      assertThat(outputOf(status)).as(call).isEqualTo(expected(call));
    }
  }

  @Test
  void tellsTheSecretForDevelopmentAndNoOther() {
    assertThat(Welcome.text(1, 2, settings(ShopSettings.DEVELOPMENT_SECRET)))
        .contains(ShopSettings.DEVELOPMENT_SECRET);
    assertThat(shop.welcome()).doesNotContain(RunningShop.SECRET);
  }

  private static String expected(String call) {
    if (call.endsWith("/products/99")) {
      return "404";
    }
    if (call.endsWith("/pay")) {
      return "202";
    }
    boolean creates = call.contains(" -d ") && call.matches(".*/(orders|users)");
    return creates ? "201" : "200";
  }

  private static ShopSettings settings(String secret) {
    return new ShopSettings(
        0,
        0,
        ShopSettings.embeddedDatabase(),
        secret,
        secret,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static int exitOf(String command) throws IOException {
    return shell(command).onExit().join().exitValue();
  }

  private static String outputOf(String command) throws IOException {
    return new String(shell(command).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Process shell(String command) throws IOException {
    return new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();
  }
}
