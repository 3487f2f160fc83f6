package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.backend.rest.RestClient.Reply;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import io.triglot.runtime.rest.RestChannel;
import io.triglot.runtime.rest.RestEndpoint;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work that is still to be done when a call has been answered. */
class AcceptedTest {
  static final String SERVICE =
      """
      package com.acme.jobs;

      import io.triglot.ApiField;
      import io.triglot.ApiOperation;
      import io.triglot.ApiService;
      import io.triglot.runtime.Protocol;
      import java.util.List;
      import java.util.Optional;
      import java.util.concurrent.CompletableFuture;
      import java.util.concurrent.CompletionStage;
      import org.jspecify.annotations.NullMarked;

      @NullMarked
      @ApiService(path = "/work")
      public class JobService {
        public record Job(String id, String state, @ApiField(version = true) int version) {}

        public record Note(String id) {}

        @ApiOperation(accepted = true)
        public Job startImport(String source) {
          return new Job(source + "/1", "RUNNING", 1);
        }

        @ApiOperation(accepted = true)
        public CompletionStage<Job> createJob(String source) {
          return CompletableFuture.completedFuture(new Job("2", "WAITING", 1));
        }

        @ApiOperation(accepted = true)
        public Note sendNote(String text) {
          return new Note("3");
        }

        @ApiOperation(accepted = true)
        public Optional<Note> addNote(String text) {
          return Optional.empty();
        }

        @ApiOperation(accepted = true)
        public void stopJob(String id) {}

        @ApiOperation
        public Job job(String id) {
          return new Job(id, "DONE", 2);
        }

        @ApiOperation
        public List<Job> jobs() {
          return List.of();
        }

        @ApiOperation("GET /notes/{id}/of/{person}")
        public Note noteOf(String id, String person) {
          return new Note(id);
        }
      }
      """;

  private static Compilation compilation;
  private static RestEndpoint endpoint;
  private static RestHost host;
  private static RestClient client;

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    compilation = TestCompiler.javac(directory).compile(SERVICE).requireSuccess();
    Object service =
        compilation.loader().loadClass("com.acme.jobs.JobService").getConstructor().newInstance();
    endpoint = RestEndpoint.of(Api.of(service));
    host = JerseyHost.start(endpoint, 10_000);
    client = new RestClient(host.uri());
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @Test
  void isToldWithWhereToLookForIt() {
    Reply reply = client.post("work/jobs/start-import", "{\"source\":\"a b\"}");
    Reply created = client.post("work/jobs", "{\"source\":\"x\"}");

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.header("Location")).endsWith("/work/jobs/a%20b%2F1");
    assertThat(reply.header("ETag")).isEmpty();
    assertThat(reply.json().at("/state").asText()).isEqualTo("RUNNING");
    assertThat(created.status()).isEqualTo(202);
    assertThat(created.header("Location")).endsWith("/work/jobs/2");
    assertThat(client.get(created.header("Location")).json().at("/state").asText())
        .isEqualTo("DONE");
  }

  @Test
  void hasNoPlaceWhereNothingFindsIt() {
    Reply note = client.post("work/notes/send", "{\"text\":\"x\"}");

    assertThat(note.status()).isEqualTo(202);
    assertThat(note.header("Location")).isEmpty();
    assertThat(note.text()).isEqualTo("{\"id\":\"3\"}");
  }

  @Test
  void mayHaveNothingToTell() {
    Reply nothing = client.post("work/notes/add", "{\"text\":\"x\"}");
    Reply stopped = client.post("work/jobs/1/stop", "");

    assertThat(nothing.status()).isEqualTo(202);
    assertThat(nothing.text()).isEmpty();
    assertThat(stopped.status()).isEqualTo(202);
    assertThat(stopped.text()).isEmpty();
  }

  @Test
  void isDescribedInOpenApi() {
    assertThat(endpoint.openApi().replaceAll("\\s+", ""))
        .contains(
            "\"202\":{\"description\":\"Accepted;theworkisstilltobedone.\",\"headers\":{\"Location\"")
        .doesNotContain("\"201\"", "\"204\"");
  }

  @Test
  void isReturnedByTheGeneratedClient() throws Exception {
    Class<?> type = compilation.load("com.acme.jobs.JobServiceRestClient");
    Object jobs = type.getMethod("of", RestChannel.class).invoke(null, RestChannel.to(host.uri()));

    assertThat(type.getMethod("startImport", String.class).invoke(jobs, "x").toString())
        .isEqualTo("Job[id=x/1, state=RUNNING, version=1]");
    assertThat(type.getMethod("addNote", String.class).invoke(jobs, "x").toString())
        .isEqualTo("Optional.empty");
    type.getMethod("stopJob", String.class).invoke(jobs, "x");
  }
}
