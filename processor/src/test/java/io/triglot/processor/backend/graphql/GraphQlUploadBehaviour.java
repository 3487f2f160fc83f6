package io.triglot.processor.backend.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.triglot.processor.backend.rest.HostedApi;
import io.triglot.processor.backend.rest.RestHost;
import io.triglot.runtime.Authenticator;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import io.triglot.runtime.graphql.GraphQlSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files in GraphQL requests, on a JAX-RS host. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class GraphQlUploadBehaviour {
  private static final Path NODE = Path.of("..", "testing", "node");
  private static final String ADD =
      "mutation ($file: Upload, $files: [Upload!]!) { addFiles(cover: $file, files: $files) }";

  private static final String SERVICE =
      """
      package com.acme.files;

      import io.triglot.ApiOperation;
      import io.triglot.runtime.Protocol;
      import io.triglot.runtime.Upload;
      import jakarta.annotation.security.PermitAll;
      import java.io.IOException;
      import java.io.InputStream;
      import java.nio.charset.StandardCharsets;
      import java.util.ArrayList;
      import java.util.List;
      import org.jspecify.annotations.NullMarked;
      import org.jspecify.annotations.Nullable;

      @NullMarked
      @PermitAll
      public class FileService {
        @ApiOperation(protocols = {Protocol.REST, Protocol.GRAPHQL})
        public List<String> addFiles(@Nullable Upload cover, List<Upload> files) throws IOException {
          List<String> told = new ArrayList<>();
          told.add(cover == null ? "none" : cover.fileName().orElse("") + " " + cover.mediaType());
          for (Upload file : files) {
            try (InputStream in = file.stream()) {
              told.add(
                  file.fileName().orElse("")
                      + " "
                      + new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
          }
          return told;
        }

        @ApiOperation(protocols = Protocol.GRAPHQL)
        public List<String> getFiles() {
          return List.of();
        }
      }
      """;

  private static final String SAFE =
      """
      package com.acme.files;

      import io.triglot.ApiOperation;
      import io.triglot.runtime.Protocol;
      import io.triglot.runtime.Upload;
      import jakarta.annotation.security.PermitAll;
      import jakarta.annotation.security.RolesAllowed;
      import java.io.IOException;

      public class SafeService {
        @RolesAllowed("writer")
        @ApiOperation(protocols = Protocol.GRAPHQL)
        public long addFile(Upload file) throws IOException {
          try (java.io.InputStream in = file.stream()) {
            return in.readAllBytes().length;
          }
        }

        @PermitAll
        @ApiOperation(protocols = Protocol.GRAPHQL)
        public boolean isOpen() {
          return true;
        }
      }
      """;

  private RestHost host;
  private RestHost safe;
  private AtomicInteger authentications;

  /** Starts the hosts under test. */
  protected abstract RestHost.Starter starter();

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    HostedApi files = HostedApi.of("com.acme.files.FileService", SERVICE).onGraphQl(Settings.class);
    host = starter().start(files, Files.createDirectory(directory.resolve("open")), 10_000).host();
    HostedApi guarded =
        HostedApi.of("com.acme.files.SafeService", SAFE)
            .authenticatedBy(Names.class)
            .onGraphQl(Settings.class);
    HostedApi.Running running =
        starter().start(guarded, Files.createDirectory(directory.resolve("safe")), 10_000);
    authentications = (AtomicInteger) running.held(Names.class.getName(), "ASKED");
    safe = running.host();
  }

  @AfterAll
  void stop() {
    host.close();
    safe.close();
  }

  @ParameterizedTest
  @CsvSource({"'', 401, UNAUTHENTICATED", "reader, 403, PERMISSION_DENIED"})
  void areNotReadFromCallersForWhomNothingIsThatTakesThem(String caller, int status, String code)
      throws Exception {
    String parts =
        request(
            "mutation ($file: Upload!) { addFile(file: $file) }",
            "\"file\":null",
            "{\"0\":[\"variables.file\"]}",
            "x".repeat(5_000));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(safe.uri().resolve("graphql"))
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .header("GraphQL-Require-Preflight", "1")
            .POST(BodyPublishers.ofString(parts.replace("--edge--", "")));
    if (!caller.isEmpty()) {
      request.header("Authorization", caller);
    }

    // Who reads it finds that it does not end.
    HttpResponse<String> answer = http().send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(code);
  }

  @Test
  void areReadFromTheOthersWhoAreAskedForOnce() throws Exception {
    authentications.set(0);
    HttpRequest request =
        HttpRequest.newBuilder(safe.uri().resolve("graphql"))
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .header("Authorization", "writer")
            .header("GraphQL-Require-Preflight", "1")
            .POST(
                BodyPublishers.ofString(
                    request(
                        "mutation ($file: Upload!) { addFile(file: $file) }",
                        "\"file\":null",
                        "{\"0\":[\"variables.file\"]}",
                        "x".repeat(50_000))))
            .build();

    assertThat(http().send(request, BodyHandlers.ofString()).body())
        .isEqualTo("{\"data\":{\"addFile\":50000}}");
    assertThat(authentications).hasValue(1);
  }

  @Test
  @Tag("node")
  void areTakenFromAClientOfTheSpecification() throws Exception {
    Path root = Files.isDirectory(NODE) ? NODE : Path.of("..").resolve(NODE);
    assumeTrue(Files.isDirectory(root.resolve("node_modules")));
    Process process =
        new ProcessBuilder("node", "graphql-upload.mjs", address().toString(), ADD, "one", "zwei é")
            .directory(root.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(output.strip())
        .isEqualTo(
            "200 {\"data\":{\"addFiles\":[\"file0.txt text/plain\",\"file0.txt one\",\"file1.txt"
                + " zwei é\"]}}");
  }

  @Test
  void mayBeMoreThanWhatIsHeldAsAWhole() throws Exception {
    String text = "x".repeat(200_000);
    HttpResponse<String> answer =
        send(request(ADD, "\"files\":[null]", "{\"0\":[\"variables.files.0\"]}", text), true);

    assertThat(answer.body()).isEqualTo("{\"data\":{\"addFiles\":[\"none\",\"f " + text + "\"]}}");
  }

  @Test
  void areRefusedFromPagesThatNeedNoPermission() throws Exception {
    HttpResponse<String> answer =
        send(request(ADD, "\"files\":[null]", "{\"0\":[\"variables.files.0\"]}", "a"), false);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Apollo-Require-Preflight");
  }

  @Test
  void areRefusedWhereTheMapIsWrong() throws Exception {
    for (String map :
        new String[] {
          "{\"0\":[\"variables.files.1\"]}",
          "{\"0\":[\"variables.nothing\"]}",
          "{\"0\":[\"query\"]}",
          "{\"0\":[\"\"]}",
          "{\"0\":\"variables.files.0\"}",
          "{\"1\":[\"variables.files.0\"]}",
          "[]",
          ""
        }) {
      HttpResponse<String> answer = send(request(ADD, "\"files\":[null]", map, "a"), true);
      assertThat(answer.statusCode()).as(map).isEqualTo(400);
      assertThat(answer.body()).as(map).contains("INVALID_ARGUMENT");
    }
  }

  @Test
  void areNothingThatJsonCanSay() throws Exception {
    HttpResponse<String> text = send(request(ADD, "\"files\":[\"a\"]", "{}", "a"), true);
    HttpResponse<String> literal =
        send(request("mutation { addFiles(files: [\\\"a\\\"]) }", "\"a\":1", "{}", "a"), true);

    assertThat(text.body()).contains("Expected a variable with a file").contains("files[0]");
    assertThat(literal.body()).contains("errors");
  }

  private URI address() {
    return host.uri().resolve("graphql");
  }

  private static String request(String query, String variables, String map, String file) {
    return part("operations\"", "{\"query\":\"" + query + "\",\"variables\":{" + variables + "}}")
        + part("map\"", map)
        + part("0\"; filename=\"f\"", file)
        + "--edge--\r\n";
  }

  private static String part(String name, String content) {
    return "--edge\r\nContent-Disposition: form-data; name=\""
        + name
        + "\r\n\r\n"
        + content
        + "\r\n";
  }

  private HttpResponse<String> send(String parts, boolean preflight) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address())
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .header("Accept", "application/graphql-response+json")
            .POST(BodyPublishers.ofString(parts));
    if (preflight) {
      request.header("GraphQL-Require-Preflight", "1");
    }
    return http().send(request.build(), BodyHandlers.ofString());
  }

  private static HttpClient http() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /** What holds where nothing is said. */
  public static final class Settings implements Supplier<GraphQlSettings> {
    @Override
    public GraphQlSettings get() {
      return GraphQlSettings.DEFAULTS;
    }
  }

  /** Callers say their names, which are their roles. */
  public static final class Names implements Authenticator {
    /** How often it was asked for a caller. */
    public static final AtomicInteger ASKED = new AtomicInteger();

    @Override
    public Optional<Caller> authenticate(CallRequest request) {
      ASKED.incrementAndGet();
      return request.header("Authorization").map(name -> new Caller(name, Set.of(name)));
    }
  }
}
