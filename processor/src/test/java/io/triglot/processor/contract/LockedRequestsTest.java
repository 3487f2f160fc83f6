package io.triglot.processor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the lock has of uploads, forms, headers and cookies. */
class LockedRequestsTest {
  @TempDir Path directory;

  @Test
  void hasWhatRequestsHave() {
    assertThat(lock("body", "@Nullable Upload file"))
        .contains("@body: string/binary\n")
        .contains("file: Upload\n");
    assertThat(lock("parts", "String title, List<Upload> files"))
        .contains("@body: parts, required\n")
        .contains("body title: string, required\n")
        .contains("body files: [string/binary], required\n")
        .contains("files: [Upload!]!\n");
    assertThat(
            lock(
                "form",
                "@FormParam(\"to\") String to, @HeaderParam(\"X-Tenant\") String tenant,"
                    + " @CookieParam(\"theme\") @Nullable String theme"))
        .contains("@body: form, required\n")
        .contains("body to: string, required\n")
        .contains("header X-Tenant: string, required\n")
        .contains("cookie theme: string\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Upload file | String title, Upload file | @body",
        "byte[] file | Upload file | @body",
        "@FormParam(\"to\") String to | @FormParam(\"to\") String to, @Nullable Upload file | @body",
        "String title, Upload file | String title, String more, Upload file | do not send it yet",
        "String title, @Nullable Upload file | String title, Upload file | need not send it",
        "String title, Upload file | String title, List<Upload> file | file",
        "@FormParam(\"to\") String to | @FormParam(\"to\") String to, @FormParam(\"cc\") String cc"
            + " | do not send it yet",
        "@FormParam(\"to\") String to | @FormParam(\"cc\") String to | clients that send it",
        "String a | String a, @HeaderParam(\"X-Tenant\") String tenant | do not send it yet",
        "String a, @CookieParam(\"c\") @Nullable String c | String a, @CookieParam(\"c\") String c"
            + " | need not send it"
      })
  void refusesWhatBreaksClients(String before, String now, String why) {
    LockedModule module = new LockedModule(directory, CompilerKind.JAVAC);
    module.write(sources(before));

    Compilation changed = module.compile("read", sources(now));

    assertThat(changed.success()).isFalse();
    assertThat(changed.diagnostics().toString()).contains("TriglotContractBroken", why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "String title, Upload file | String title, Upload file, @Nullable Upload cover",
        "String title, Upload file | String title, @Nullable Upload file",
        "String a | String a, @HeaderParam(\"X-Tenant\") @Nullable String tenant"
      })
  void acceptsWhatClientsNeedNotKnow(String before, String now) {
    LockedModule module = new LockedModule(directory, CompilerKind.JAVAC);
    module.write(sources(before));

    module.compile("read", sources(now)).requireSuccess();
  }

  @Test
  void hasHeadersOnEveryProtocolThatReadsThem() {
    String lock =
        lock(
            "headers",
            "String a, @HeaderParam(\"X-Tenant\") String tenant,"
                + " @CookieParam(\"theme\") @Nullable Integer theme",
            "GRAPHQL, Protocol.GRPC");

    assertThat(lock)
        .contains("graphql field Mutation.addAlbum\n", "    header X-Tenant: string!\n")
        .contains("    cookie theme: int\n", "    AddAlbum cookie theme: int\n")
        .contains("    AddAlbum header X-Tenant: string!\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "REST, Protocol.GRAPHQL | GraphQL and REST",
        "GRAPHQL, Protocol.GRPC | GraphQL and protobuf",
        "GRPC | protobuf"
      })
  void refusesNewHeadersForEveryProtocolThatReadsThem(String protocols, String broken) {
    String optional = "String a, @HeaderParam(\"T\") @Nullable String b";
    for (String before : new String[] {"String a", optional}) {
      LockedModule module =
          new LockedModule(directory.resolve(before.replaceAll("\\W", "")), CompilerKind.JAVAC);
      module.write(sources(before, protocols));

      Compilation changed =
          module.compile("read", sources("String a, @HeaderParam(\"T\") String b", protocols));

      assertThat(changed.diagnostics().toString())
          .contains("which breaks clients on " + broken + ":");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "String a | String a, @HeaderParam(\"T\") @Nullable String b",
        "String a | String a, @CookieParam(\"T\") @DefaultValue(\"x\") String b",
        "String a, @HeaderParam(\"T\") String b | String a, @HeaderParam(\"T\") @Nullable String b",
        "String a, @HeaderParam(\"T\") String b | String a"
      })
  void acceptsHeadersThatNobodyHasToSend(String before, String now) {
    LockedModule module = new LockedModule(directory, CompilerKind.ECJ);
    module.write(sources(before, "GRAPHQL, Protocol.GRPC"));

    module.compile("read", sources(now, "GRAPHQL, Protocol.GRPC")).requireSuccess();
  }

  @Test
  void refusesAnotherTypeOfAHeader() {
    LockedModule module = new LockedModule(directory, CompilerKind.JAVAC);
    module.write(sources("@HeaderParam(\"T\") String b", "GRPC"));

    assertThat(
            module
                .compile("read", sources("@HeaderParam(\"T\") Integer b", "GRPC"))
                .diagnostics()
                .toString())
        .contains("AddAlbum header T was", "what clients send may be refused");
  }

  @Test
  void knowsTheHeadersOfARenamedOperation() {
    LockedModule module = new LockedModule(directory, CompilerKind.JAVAC);
    String[] sources = sources("@HeaderParam(\"T\") String b", "GRPC");
    module.write(sources);
    module.permit("rename operation com.acme.AlbumService addAlbum -> createAlbum \"better\"");
    sources[2] = sources[2].replace("addAlbum", "createAlbum");

    module.compile("read", sources).requireSuccess();
  }

  @ParameterizedTest
  @EnumSource
  void isKeptForPartialCompilations(CompilerKind kind) {
    LockedModule module = new LockedModule(directory, kind);
    String[] sources =
        sources("@HeaderParam(\"X-Tenant\") String tenant, String title, List<Upload> files");
    module.write(sources);
    Compilation whole = module.compile("strict", sources).requireSuccess();
    var documents = whole.resources();

    module.discard("AlbumService");
    Compilation part = module.recompile("strict", sources[0], sources[2]).requireSuccess();
    assertThat(part.resources()).isEqualTo(documents);

    module.discard("Album");
    part = module.recompile("strict", sources).requireSuccess();
    assertThat(part.resources()).isEqualTo(documents);
  }

  private String lock(String module, String parameters) {
    return lock(module, parameters, "REST, Protocol.GRAPHQL");
  }

  private String lock(String module, String parameters, String protocols) {
    return new LockedModule(directory.resolve(module), CompilerKind.JAVAC)
        .write(sources(parameters, protocols));
  }

  private static String[] sources(String parameters) {
    return sources(parameters, "REST, Protocol.GRAPHQL");
  }

  private static String[] sources(String parameters, String protocols) {
    return new String[] {
      "@org.jspecify.annotations.NullMarked package com.acme;",
      """
      package com.acme;

      public record Album(String title) {}
      """,
      """
      package com.acme;

      import io.triglot.ApiOperation;
      import io.triglot.runtime.OperationKind;
      import io.triglot.runtime.Protocol;
      import io.triglot.runtime.Upload;
      import jakarta.ws.rs.CookieParam;
      import jakarta.ws.rs.DefaultValue;
      import jakarta.ws.rs.FormParam;
      import jakarta.ws.rs.HeaderParam;
      import java.util.List;
      import org.jspecify.annotations.Nullable;

      public interface AlbumService {
        @ApiOperation(%s kind = OperationKind.MUTATION, protocols = {Protocol.%s})
        Album addAlbum(%s);
      }
      """
          .formatted(
              protocols.startsWith("REST") ? "value = \"POST /albums\"," : "",
              protocols,
              parameters)
    };
  }
}
