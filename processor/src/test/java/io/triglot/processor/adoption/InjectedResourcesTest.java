package io.triglot.processor.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import io.triglot.runtime.adoption.RequestResourceProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resources whose containers inject something into them. */
class InjectedResourcesTest {
  private static final String OF_CALL =
      """
      package com.acme;

      import jakarta.ws.rs.*;
      import jakarta.ws.rs.core.*;

      @io.triglot.ApiService
      @Path("/tenants/{tenant}")
      public class TenantResource extends Base {
        @PathParam("tenant") String tenant;
        @PathParam("id") String id;
        @QueryParam("limit") @DefaultValue("5") private int limit;
        private String trace;

        public TenantResource(@QueryParam("page-size") Integer pageSize) {}

        @HeaderParam("trace")
        public void setTrace(String trace) {
          this.trace = trace;
        }

        @GET
        public String name() {
          return tenant + trace;
        }

        @GET
        @Path("{id}")
        public String item(@PathParam("id") int id, @QueryParam("limit") int limit) {
          return tenant + trace;
        }
      }

      class Base {
        @Context UriInfo uri;
      }
      """;

  private static final String OF_REQUEST =
      """
      package com.acme;

      import jakarta.ws.rs.*;
      import jakarta.ws.rs.container.ContainerRequestContext;
      import jakarta.ws.rs.core.*;

      @io.triglot.ApiService
      @Path("/forms")
      public class FormResource {
        @FormParam("name") String name;
        @Context ContainerRequestContext request;

        @MatrixParam("colour")
        public void setColour(String colour) {}

        @POST
        public String name() {
          return name;
        }
      }
      """;

  private static final String OF_FORM =
      """
      package com.acme;

      import jakarta.ws.rs.*;

      @io.triglot.ApiService
      @Path("/drafts")
      public class DraftResource {
        public static class Draft {
          @QueryParam("title") public String title;
          @FormParam("text") public String text;
        }

        @BeanParam Draft draft;

        @POST
        public String save() {
          return draft.text;
        }
      }
      """;

  private static final String OF_APPLICATION =
      """
      package com.acme;

      import jakarta.inject.Inject;
      import jakarta.ws.rs.*;
      import jakarta.ws.rs.core.*;
      import jakarta.ws.rs.container.*;
      import jakarta.ws.rs.ext.*;

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

      @NameBinding
      @interface Elsewhere {}

      abstract class Filters implements ContainerRequestFilter {
        @Override public void filter(ContainerRequestContext request) {}

        @Provider @PreMatching static class TokenFilter extends Filters {}
        @Signed static class SignatureFilter extends Filters {}
        @Elsewhere static class OtherFilter extends Filters {}
      }
      """;

  @TempDir static Path folder;
  private static Compilation compilation;

  @BeforeAll
  static void compile() {
    compilation = TestCompiler.javac(folder).compile(OF_CALL, OF_REQUEST, OF_FORM, OF_APPLICATION);
  }

  @Test
  void showsItsContainerWhatCallersSend() throws ReflectiveOperationException {
    Class<?> type = compilation.load("com.acme.TenantResource");
    Object resource = type.getConstructors()[0].newInstance((Object) null);
    List<String> requests = new ArrayList<>();
    RequestResourceProvider<Object> container =
        (call, target) -> {
          requests.add(target.verb() + " " + target.uri());
          return () -> resource;
        };
    Api.Builder api =
        Api.builder().resource(cast(type), container).authenticator(AdoptedService::caller);
    try (AdoptedService service = AdoptedService.of(api).with("user", "alice")) {
      assertThat(service.fields("Name")).containsExactly("tenant", "limit", "page_size");
      assertThat(service.fields("Item")).containsExactly("id", "limit", "tenant", "page_size");
      service.call("Name", "{'tenant':'a b'}");
      service.call("Item", "{'tenant':'a','id':7,'pageSize':2}");
    }
    assertThat(requests)
        .containsExactly("GET ./tenants/a%20b", "GET ./tenants/a/7?limit=0&page-size=2");
  }

  @SuppressWarnings("unchecked")
  private static Class<Object> cast(Class<?> type) {
    return (Class<Object>) type;
  }

  @Test
  void staysOnRestWhereOnlyARequestOfHttpHasIt() {
    assertThat(compilation.generatedSources())
        .doesNotContainKeys("com/acme/FormResourceGrpc.java", "com/acme/FormResourceAdapter.java");
    assertThat(compilation.diagnostics())
        .anySatisfy(
            note ->
                assertThat(note)
                    .contains(
                        "[TriglotNotAdopted]",
                        "name (@FormParam), request (@Context), setColour (@MatrixParam)",
                        "@ApiField(ignore = true)"));
  }

  @Test
  void leavesMethodsWhoseInjectedBeansHaveMoreThanTheUri() {
    assertThat(compilation.generatedSources()).doesNotContainKey("com/acme/DraftResourceGrpc.java");
    assertThat(compilation.diagnostics())
        .anySatisfy(
            note ->
                assertThat(note)
                    .contains(
                        "save: Its container injects draft, not all of which is in its URI."));
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
            note ->
                assertThat(note)
                    .contains(
                        "[TriglotNotAdopted] All of NameResource is adopted.",
                        "@Audited, @Signed, Filters.SignatureFilter, Filters.TokenFilter,")
                    .doesNotContain("OtherFilter"));
  }
}
