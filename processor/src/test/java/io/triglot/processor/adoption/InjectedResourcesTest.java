package io.triglot.processor.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resources whose containers inject something into them. */
class InjectedResourcesTest {
  private static final String OF_REQUEST =
      """
      package com.acme;

      import jakarta.ws.rs.*;
      import jakarta.ws.rs.core.*;

      @io.triglot.ApiService
      @Path("/tenants/{tenant}")
      public class TenantResource extends Base {
        @PathParam("tenant") String tenant;
        private String trace;

        @HeaderParam("trace")
        public void setTrace(String trace) {
          this.trace = trace;
        }

        @GET
        public String name() {
          return tenant + trace;
        }
      }

      class Base {
        @Context UriInfo uri;
      }
      """;

  private static final String OF_APPLICATION =
      """
      package com.acme;

      import jakarta.inject.Inject;
      import jakarta.ws.rs.*;
      import jakarta.ws.rs.core.*;
      import jakarta.ws.rs.ext.Providers;

      @io.triglot.ApiService
      @Path("/names")
      @Signed
      public class NameResource {
        @Inject StringBuilder names;
        @Context Application application;
        @Context Providers providers;

        @io.triglot.ApiField(ignore = true)
        @Context UriInfo onlyForRest;

        @GET
        public String names() {
          return "";
        }

        @Audited
        @GET
        @Path("/{name}")
        public String name(@PathParam("name") String name) {
          return name;
        }
      }

      @NameBinding
      @interface Signed {}

      @NameBinding
      @interface Audited {}
      """;

  @TempDir static Path folder;
  private static Compilation compilation;

  @BeforeAll
  static void compile() {
    compilation = TestCompiler.javac(folder).compile(OF_REQUEST, OF_APPLICATION);
  }

  @Test
  void staysOnRestWhereItIsMadeForARequest() {
    assertThat(compilation.generatedSources())
        .doesNotContainKeys(
            "com/acme/TenantResourceGrpc.java", "com/acme/TenantResourceAdapter.java");
    assertThat(compilation.diagnostics())
        .anySatisfy(
            note ->
                assertThat(note)
                    .contains(
                        "[TriglotNotAdopted]",
                        "tenant (@PathParam), setTrace (@HeaderParam), uri (@Context)",
                        "@ApiField(ignore = true)"));
  }

  @Test
  void isAdoptedWhereWhatIsInjectedIsThereWithoutARequest() {
    assertThat(compilation.success()).isTrue();
    assertThat(compilation.generatedSources()).containsKey("com/acme/NameResourceGrpc.java");
  }

  @Test
  void saysWhatGuardsItOnRest() {
    assertThat(compilation.diagnostics())
        .anySatisfy(
            note -> assertThat(note).contains("[TriglotNotAdopted]", "@Audited", "@Signed"));
  }
}
