package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.triglot.runtime.graphql.GraphQlSettings;
import io.triglot.server.notes.NoteService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for people: whether they are there, and what they do in a browser. */
@Timeout(120)
class PagesTest {
  private static final Path AXE = Path.of("../../testing/node/node_modules/axe-core/axe.min.js");

  private final HttpClient client = TestHost.client(HttpClient.Version.HTTP_1_1);

  @Test
  void servesContractsWithoutPagesWhereItIsToldTo() throws Exception {
    try (TriglotServer server = serve(builder -> builder.pages(false))) {
      for (String path : List.of("/", "/openapi", "/proto", "/_triglot/page.css")) {
        assertThat(get(server, path).statusCode()).as(path).isEqualTo(404);
      }
      assertThat(get(server, "/graphql").body()).doesNotContain("<html");
      for (String path :
          List.of(
              "/openapi.json",
              "/schema.graphqls",
              "/proto/triglot/server/notes/v1/note_service.proto")) {
        assertThat(get(server, path).statusCode()).as(path).isEqualTo(200);
      }
    }
  }

  @Test
  void saysNothingOfTheSchemaWhereItIsNotTold() throws Exception {
    GraphQlSettings closed = GraphQlSettings.DEFAULTS.withoutIntrospection();
    try (TriglotServer server = serve(builder -> builder.graphQl(closed))) {
      assertThat(get(server, "/").body())
          .contains("NoteService", "GET /<wbr>notes")
          .doesNotContain("Query.", "mutation", "{ notes", "./graphql\"", "schema.graphqls");
      assertThat(get(server, "/graphql").body()).doesNotContain("<html");
      assertThat(get(server, "/schema.graphqls").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void filtersAndCopies(@TempDir Path profile) throws Exception {
    try (TriglotServer server = serve(UnaryOperator.identity());
        Browser browser = new Browser()) {
      String seen =
          browser.runIn(
              profile,
              server.uri(),
              """
              const box = document.getElementById("filter");
              const key = (target, key) =>
                  target.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
              const shown = () => [...document.querySelectorAll("article:not(.type)")]
                  .filter(e => e.checkVisibility()).map(e => e.querySelector("h3 a").textContent);
              const seen = {all: shown().length};
              key(document.body, "/");
              seen.focused = document.activeElement === box;
              box.value = "WRITER post";
              box.dispatchEvent(new Event("input", {bubbles: true}));
              seen.some = shown();
              seen.count = document.getElementById("count").textContent;
              key(box, "Escape");
              seen.again = shown().length;
              document.querySelectorAll("details").forEach(e => e.open = true);
              let copied;
              Object.defineProperty(navigator, "clipboard",
                  {value: {writeText: async text => { copied = text; }}});
              const button = document.querySelector(".call button");
              button.click();
              await new Promise(done => new MutationObserver(done).observe(button,
                  {childList: true}));
              seen.button = button.textContent;
              seen.copied = copied.replace(/:\\d+/, "");
              return seen;
              """);

      assertThat(seen)
          .isEqualTo(
              "{\"all\":5,\"focused\":true,\"some\":[\"createNote\"],"
                  + "\"count\":\"1 of 5 operations\",\"again\":5,\"button\":\"Copied\","
                  + "\"copied\":\"curl -H \\\"Authorization: Bearer $TOKEN\\\" -H"
                  + " 'Content-Type: application/json' -d '{\\\"text\\\":\\\"1\\\"}'"
                  + " http://127.0.0.1/notes\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--window-size=1280,900", "--force-dark-mode", "--window-size=500,900"})
  @Tag("node")
  void isAccessible(String flag, @TempDir Path profile) throws Exception {
    assumeTrue(Files.exists(AXE), "npm ci --prefix testing/node brings axe-core");
    try (TriglotServer server = serve(UnaryOperator.identity());
        Browser browser = new Browser()) {
      String seen =
          browser.runIn(
              profile,
              server.uri(),
              Files.readString(AXE)
                  + """
                  ;
                  document.querySelectorAll("details").forEach(e => e.open = true);
                  const result = await axe.run(document, {runOnly:
                      ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]});
                  return {
                    dark: matchMedia("(prefers-color-scheme: dark)").matches,
                    wide: document.documentElement.scrollWidth > innerWidth,
                    passes: result.passes.length > 20,
                    wrong: result.violations.flatMap(rule =>
                        rule.nodes.map(node => rule.id + ": " + node.html)),
                  };
                  """,
              flag);

      assertThat(seen)
          .isEqualTo(
              "{\"dark\":%s,\"wide\":false,\"passes\":true,\"wrong\":[]}"
                  .formatted(flag.contains("dark")));
    }
  }

  @Test
  void triesRestOutWithoutANetwork(@TempDir Path profile) throws Exception {
    try (TriglotServer server = serve(UnaryOperator.identity());
        Browser browser = new Browser()) {
      String seen =
          browser.runIn(
              profile,
              server.uri().resolve("/openapi"),
              """
              const until = look => new Promise(done => {
                const see = () => { const it = look(); if (it) { watch.disconnect(); done(it); } };
                const watch = new MutationObserver(see);
                watch.observe(document, {childList: true, subtree: true, characterData: true});
                see();
              });
              const found = selector => until(() => document.querySelector(selector));
              (await found("[id$='.notes'] .opblock-summary-control")).click();
              (await found(".try-out__btn")).click();
              (await found(".execute")).click();
              return until(() =>
                  document.querySelector(".live-responses-table")?.textContent.match(/Milk/)?.[0]);
              """);

      assertThat(seen).isEqualTo("\"Milk\"");
    }
  }

  private static TriglotServer serve(UnaryOperator<TriglotServer.Builder> further) {
    return further
        .apply(
            TriglotServer.builder()
                .service(new NoteService())
                .host("127.0.0.1")
                .port(0)
                .grpcPort(0))
        .start();
  }

  private HttpResponse<String> get(TriglotServer server, String path) throws Exception {
    URI uri = server.uri().resolve(path);
    return client.send(
        HttpRequest.newBuilder(uri).header("Accept", "text/html,*/*;q=0.8").build(),
        BodyHandlers.ofString());
  }
}
