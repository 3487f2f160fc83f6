package io.triglot.processor.backend.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.triglot.processor.testing.Buf;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import io.triglot.runtime.grpc.GrpcEndpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that others have made, against the emitted files and a real server. */
@Tag("node")
@Timeout(120)
class InteroperabilityTest {
  private static final Path NODE = Path.of("../testing/node").toAbsolutePath().normalize();
  private static final Path PYTHON = Path.of("../testing/python").toAbsolutePath().normalize();
  private static final String PROTO = "acme/museum/v1/museum_service.proto";
  private static final String SERVICE = "acme.museum.v1.MuseumService";

  @TempDir static Path directory;
  private static Compilation compilation;
  private static Server server;

  @BeforeAll
  static void open() throws Exception {
    compilation =
        TestCompiler.javac(directory)
            .compile(
                """
                package com.acme.museum;

                import io.triglot.ApiOperation;
                import io.triglot.ApiService;
                import io.triglot.runtime.Protocol;
                import java.time.Instant;
                import java.util.concurrent.CompletionStage;
                import java.util.concurrent.Flow;
                import java.util.List;
                import java.util.Map;
                import org.jspecify.annotations.NullMarked;
                import org.jspecify.annotations.Nullable;
                import reactor.core.publisher.Flux;
                import reactor.core.publisher.Mono;

                @NullMarked
                @ApiService(protocols = Protocol.GRPC)
                public class Museum {
                  public enum Kind { PAINTING, SCULPTURE }

                  public record Exhibit(
                      String name,
                      long number,
                      int left,
                      double weight,
                      @Nullable Kind kind,
                      @Nullable String note,
                      Instant madeAt,
                      Map<String, String> labels,
                      List<Exhibit> parts) {}

                  @ApiOperation
                  public Exhibit findSame(Exhibit exhibit) {
                    return exhibit;
                  }

                  @ApiOperation
                  public Flux<Integer> numbers(int count) {
                    return Flux.range(0, count);
                  }

                  @ApiOperation
                  public Mono<Integer> addNumbers(Flux<Integer> numbers) {
                    return numbers.reduce(0, Integer::sum);
                  }

                  @ApiOperation
                  public Flux<Integer> doubles(Flux<Integer> numbers) {
                    return numbers.map(number -> 2 * number);
                  }
                }
                """)
            .requireSuccess();
    Object museum = GrpcFixture.instance(compilation, "com.acme.museum.Museum");
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    GrpcEndpoint.of(Api.of(museum)).servicesWithReflectionAndHealth().forEach(builder::addService);
    server = builder.build().start();
  }

  @AfterAll
  static void close() {
    server.shutdownNow();
  }

  @Test
  void grpcJsCallsEveryKindOfRpc() throws Exception {
    String exhibit =
        "{\"name\":\"Größe 東京\",\"number\":\"-9223372036854775808\",\"left\":-7,\"weight\":0.5,"
            + "\"madeAt\":{\"seconds\":\"1769940930\",\"nanos\":5},\"labels\":{\"ä\":\"ß\"},"
            + "\"parts\":[{\"name\":\"part\",\"madeAt\":{\"seconds\":\"-1\"},\"kind\":\"KIND_SCULPTURE\","
            + "\"note\":\"\"}]}";
    assertThat(grpcJs("FindSame", "[{\"exhibit\":" + exhibit + "}]"))
        .contains("\"name\":\"Größe 東京\",\"number\":\"-9223372036854775808\",\"left\":-7")
        .contains("\"labels\":{\"ä\":\"ß\"}")
        .contains("\"seconds\":\"-1\"")
        .contains("\"kind\":\"KIND_SCULPTURE\"");
    assertThat(grpcJs("FindSame", "[{}]")).isEqualTo("3 exhibit: is required");
    assertThat(grpcJs("Numbers", "[{\"count\":3}]"))
        .isEqualTo("[{\"result\":0},{\"result\":1},{\"result\":2}]");
    assertThat(grpcJs("AddNumbers", "[{\"numbers\":40},{\"numbers\":2}]"))
        .isEqualTo("[{\"result\":42}]");
    assertThat(grpcJs("Doubles", "[{\"numbers\":1},{\"numbers\":2}]"))
        .isEqualTo("[{\"result\":2},{\"result\":4}]");
  }

  @Test
  void bufCurlCallsWithNothingButReflection() throws Exception {
    Optional<Path> buf = Buf.installed().map(Buf::program);
    Assumptions.assumeTrue(
        buf.isPresent(), "buf is not installed: run npm ci --prefix testing/node");
    List<String> curl =
        List.of(
            buf.get().toString(),
            "curl",
            "--protocol",
            "grpc",
            "--http2-prior-knowledge",
            "--data");
    String base = "http://127.0.0.1:" + server.getPort() + "/" + SERVICE + "/";
    assertThat(
            run(
                append(
                    curl,
                    "{\"exhibit\":{\"name\":\"東京\",\"madeAt\":\"2026-02-01T00:00:00Z\"}}",
                    base + "FindSame")))
        .isEqualToIgnoringWhitespace(
            "{\"result\":{\"name\":\"東京\",\"madeAt\":\"2026-02-01T00:00:00Z\"}}");
    assertThat(run(append(curl, "{\"numbers\":1}{\"numbers\":2}", base + "Doubles")))
        .isEqualToIgnoringWhitespace("{\"result\":2}{\"result\":4}");
  }

  @Test
  void pythonCallsWithMessagesOfProtoc() throws Exception {
    String python = Optional.ofNullable(System.getenv("TRIGLOT_PYTHON")).orElse("python3");
    Assumptions.assumeTrue(
        works(python, "-c", "import grpc, google.protobuf"),
        "Python has no grpcio: install python3-grpcio and python3-protobuf");
    Path generated = Files.createDirectories(directory.resolve("python"));
    Protoc.run(compilation.classes(), "--python_out=" + generated);
    assertThat(
            run(
                List.of(
                    python,
                    PYTHON.resolve("grpc_call.py").toString(),
                    generated.toString(),
                    "127.0.0.1:" + server.getPort())))
        .isEqualTo("True\n10\n[0, 2, 4]\nINVALID_ARGUMENT exhibit: is required");
  }

  private static String grpcJs(String method, String requests) throws Exception {
    Assumptions.assumeTrue(
        Files.isDirectory(NODE.resolve("node_modules/@grpc/grpc-js")) && works("node", "--version"),
        "grpc-js is not installed: run npm ci --prefix testing/node");
    return run(
        List.of(
            "node",
            NODE.resolve("grpc-call.mjs").toString(),
            compilation.classes().toString(),
            PROTO,
            "127.0.0.1:" + server.getPort(),
            SERVICE,
            method,
            requests));
  }

  private static List<String> append(List<String> command, String... more) {
    return Stream.concat(command.stream(), Stream.of(more)).toList();
  }

  private static boolean works(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private static String run(List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile()) // where there is nothing for buf to take for a module
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.strip();
  }
}
