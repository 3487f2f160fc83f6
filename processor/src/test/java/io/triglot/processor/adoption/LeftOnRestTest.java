package io.triglot.processor.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An existing service compiles as it is, whatever of it cannot be offered. */
class LeftOnRestTest {
  private static final String TYPES =
      """
      package com.acme;

      public class Types {
        public record Fine(String id) {}
        public record Broken(String id, java.util.BitSet data) {}
        public record Other(java.io.InputStream data) {}
        public record Outer(Hidden hidden) {}
        interface Hidden { String id(); }
      }
      """;

  private static final String RESOURCE =
      """
      package com.acme;

      import com.acme.Types.*;
      import jakarta.ws.rs.*;
      import jakarta.ws.rs.core.*;
      import java.lang.annotation.*;
      import java.util.*;

      @io.triglot.ApiService
      @Path("/things")
      public class ThingResource {
        @NameBinding @Retention(RetentionPolicy.RUNTIME) public @interface Secured {}

        @GET @Path("fine") @Secured public Fine fine() { return new Fine("1"); }
        @GET @Path("broken") public List<Broken> broken() { return List.of(); }
        @POST @Path("both") public Response both(Other other) { return null; }
        @GET @Path("outer") public Outer outer() { return new Outer(null); }
        @GET @Path("wrong") public Fine wrong(@QueryParam("n") @DefaultValue("x") int n) {
          return new Fine("1");
        }
        @GET @Path("servlet") public Fine servlet(@Context jakarta.ws.rs.sse.Sse sse) {
          return new Fine("1");
        }
      }
      """;

  private static final String CLIENT =
      """
      package com.acme;

      import jakarta.ws.rs.*;

      @interface RegisterRestClient {}

      @RegisterRestClient
      @Path("/things")
      public interface ThingClient {
        @io.triglot.ApiOperation
        @GET String thing();
      }
      """;

  private static final String SUB_RESOURCE =
      """
      package com.acme;

      import jakarta.ws.rs.*;

      class Item {
        @io.triglot.ApiOperation
        @GET public String item() { return ""; }
      }
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(CompilerKind.class)
  void leavesMethodsWhoseTypesCannotCross(CompilerKind kind) {
    Compilation compilation =
        kind.in(directory.resolve(kind.name())).compile(TYPES, RESOURCE).requireSuccess();

    try (AdoptedService service = AdoptedService.of(compilation.load("com.acme.ThingResource"))) {
      assertThat(service.rpcs()).containsExactly("Fine");
      assertThat(service.call("Fine", "{}")).isEqualTo("{'result':{'id':'1'}}");
    }
    if (kind == CompilerKind.JAVAC) {
      assertThat(compilation.diagnostics())
          .singleElement()
          .asString()
          .contains("broken: ", "Types.Broken.data", "@ApiField(as = JSON)")
          .contains("both: ", "outer: ", "Hidden")
          .contains("wrong: The default value \"x\" of n is no int. Correct @DefaultValue.")
          .contains("servlet: It takes a Sse, which only a request of HTTP has.")
          .contains("It is guarded by @Secured, which only REST passes");
    }
  }

  @Test
  void doesNotServeClientsAndSubResources() {
    Compilation compilation =
        CompilerKind.JAVAC.in(directory).compile(CLIENT, SUB_RESOURCE).requireSuccess();

    assertThat(compilation.generatedSources()).isEmpty();
  }
}
