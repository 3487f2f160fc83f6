package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.backend.rest.RestClient.Reply;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Content of other media types than JSON. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DownloadBehaviour {
  static final String SERVICE =
      """
      package com.acme.files;

      import io.triglot.ApiOperation;
      import io.triglot.runtime.Download;
      import io.triglot.runtime.Failure;
      import io.triglot.runtime.Protocol;
      import io.triglot.runtime.StatusCode;
      import jakarta.annotation.security.PermitAll;
      import java.io.ByteArrayInputStream;
      import java.util.concurrent.atomic.AtomicInteger;
      import org.jspecify.annotations.NullMarked;

      @NullMarked
      @PermitAll
      public class FileService {
        public static final AtomicInteger OPEN = new AtomicInteger();

        @ApiOperation(value = "GET /files/{name}", protocols = Protocol.REST)
        public Download file(String name) {
          if (name.equals("none")) {
            throw Failure.of(StatusCode.NOT_FOUND, "There is none").asException();
          }
          OPEN.incrementAndGet();
          return Download.of("text/csv", new ByteArrayInputStream("a;b".getBytes()) {
            @Override
            public void close() {
              OPEN.decrementAndGet();
            }
          }).named(name);
        }

        @ApiOperation(value = "POST /reports", protocols = Protocol.REST)
        public Download report(String title, int lines) {
          return Download.of("text/plain", out -> {
            for (int i = 0; i < lines; i++) {
              out.write((title + i + "\\n").getBytes());
            }
          });
        }
      }
      """;

  private AtomicInteger open;
  private RestHost host;
  private RestClient client;

  /** Starts the host under test. */
  protected abstract RestHost.Starter starter();

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    String service = "com.acme.files.FileService";
    HostedApi.Running running = starter().start(HostedApi.of(service, SERVICE), directory, 10_000);
    open = (AtomicInteger) running.held(service, "OPEN");
    host = running.host();
    client = new RestClient(host.uri());
  }

  @AfterAll
  void stop() {
    host.close();
  }

  @Test
  void hasItsTypeAndItsName() {
    Reply reply = client.get("files/a%20b.csv");

    assertThat(reply.text()).isEqualTo("a;b");
    assertThat(reply.mediaType()).hasValue("text/csv");
    assertThat(reply.header("Content-Disposition")).isEqualTo("attachment; filename=\"a b.csv\"");
    assertThat(open).hasValue(0);
  }

  @Test
  void isWhatTheServiceGivesWhateverTheClientAccepts() {
    assertThat(client.get("files/a.csv", "Accept", "image/png").status()).isEqualTo(200);
  }

  @Test
  void isClosedWhereOnlyItsHeadIsWanted() {
    Reply reply = client.send("HEAD", "files/a.csv", "");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Disposition")).contains("a.csv");
    assertThat(open).hasValue(0);
  }

  @Test
  void isWrittenAsLongAsItIs() {
    assertThat(client.post("reports", "{\"title\":\"line \",\"lines\":100000}").text())
        .hasLineCount(100_000)
        .endsWith("line 99999\n");
  }

  @Test
  void failsAsAnyCallDoes() {
    Reply reply = client.get("files/none");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().at("/detail").asText()).isEqualTo("There is none");
  }
}
