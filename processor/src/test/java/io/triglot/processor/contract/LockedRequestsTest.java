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
    return new LockedModule(directory.resolve(module), CompilerKind.JAVAC)
        .write(sources(parameters));
  }

  private static String[] sources(String parameters) {
    return new String[] {
      "@org.jspecify.annotations.NullMarked package com.acme;",
      """
      package com.acme;

      public record Album(String title) {}
      """,
      """
      package com.acme;

      import io.triglot.ApiOperation;
      import io.triglot.runtime.Protocol;
      import io.triglot.runtime.Upload;
      import jakarta.ws.rs.CookieParam;
      import jakarta.ws.rs.FormParam;
      import jakarta.ws.rs.HeaderParam;
      import java.util.List;
      import org.jspecify.annotations.Nullable;

      public interface AlbumService {
        @ApiOperation(value = "POST /albums", protocols = {Protocol.REST, Protocol.GRAPHQL})
        Album addAlbum(%s);
      }
      """
          .formatted(parameters)
    };
  }
}
