package io.triglot.processor.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.ExecutionInput;
import io.grpc.StatusRuntimeException;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.adoption.ExceptionMappers;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Less common forms of parameters and results, and the older name of JAX-RS. */
class PlainResourcesTest {
  @RegisterExtension
  static final CompiledResource RESOURCES =
      new CompiledResource(
          "com.acme.parts.PartResource",
          PlainResources.PARTS,
          PlainResources.NAMES,
          PlainResources.GREETINGS,
          PlainResources.OLD,
          PlainResources.ANSWER);

  private static AdoptedService parts;
  private static AdoptedService old;

  @BeforeAll
  static void serve() {
    parts = AdoptedService.of(RESOURCES.type());
    Class<?> oldParts = RESOURCES.type("com.acme.old.OldParts");
    old =
        AdoptedService.of(
                AdoptedService.builder(oldParts)
                    .authenticator(AdoptedService::caller)
                    .exceptionMappers(ExceptionMappers.of(new StateMapper())))
            .with("user", "alice");
  }

  @AfterAll
  static void stop() {
    parts.close();
    old.close();
  }

  /** As an application of the older name has it. */
  static final class StateMapper implements ExceptionMapper<IllegalStateException> {
    @Override
    public Response toResponse(IllegalStateException failure) {
      try {
        return (Response)
            RESOURCES
                .type("com.acme.old.OldParts")
                .getMethod("answer", int.class)
                .invoke(
                    RESOURCES.type("com.acme.old.OldParts").getConstructor().newInstance(), 410);
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void flattensBeansInBeans() {
    assertThat(parts.fields("Filtered")).containsExactlyInAnyOrder("from", "to", "colour", "kind");
    assertThat(parts.call("Filtered", "{'kind':'nuts','from':2,'colour':['red','blue','red']}"))
        .isEqualTo("{'result':'nuts 2..9 [blue, red] alice'}");
    assertThat(parts.fields("Paged")).containsExactly("page", "code");
    assertThat(parts.call("Paged", "{'code':'x'}"))
        .isEqualTo("{'result':'Page[page\\u003d1, code\\u003d#x]'}");
  }

  @Test
  void readsTemplatesWithBracesInRegularExpressions() {
    assertThat(parts.fields("Part")).containsExactly("id", "v", "kind");
    assertThat(parts.call("Part", "{'kind':'nut','id':'1-2','v':7}"))
        .isEqualTo("{'result':{'id':'nut1-2','size':7}}");
  }

  @Test
  void readsConstantsAndTypesThatAreMadeOfText() {
    assertThat(parts.fields("Values"))
        .containsExactlyInAnyOrder("the_code", "level", "codes", "sorted");
    assertThat(parts.call("Values", "{'theCode':'a','codes':['b','c'],'sorted':['z','y']}"))
        .isEqualTo("{'result':'#a L4 [#b, #c] [y, z]'}");
    assertThatThrownBy(() -> parts.call("Values", "{'level':'x'}"))
        .hasMessageStartingWith("INVALID_ARGUMENT");
  }

  @Test
  void takesFormsAndMatrixParameters() {
    assertThat(parts.fields("Create")).containsExactly("id", "size", "m");
    assertThat(parts.call("Create", "{'id':'a','m':2}"))
        .isEqualTo("{'result':{'id':'a','size':5}}");
  }

  @Test
  void takesEntitiesOutOfGenericEntities() {
    assertThat(parts.call("Generic", "{}")).isEqualTo("{'result':[{'id':'a','size':1}]}");
    assertThat(old.call("Generic", "{}")).isEqualTo("{'result':[{'id':'a','size':1}]}");
  }

  @Test
  void namesLocators() {
    assertThat(RESOURCES.compilation().diagnostics())
        .filteredOn(each -> each.contains("PartResource.java"))
        .singleElement()
        .asString()
        .contains("parts: It locates a sub-resource.");
  }

  @Test
  void leavesOutOfRestClientsWhatTheyCannotSay() {
    assertThat(RESOURCES.compilation().diagnostics())
        .filteredOn(each -> each.contains("OldParts.java"))
        .singleElement()
        .asString()
        .contains(
            "All of OldParts is adopted.",
            "Its REST client leaves out\n",
            "answer: No parameter says what {shop} of its path is.")
        .doesNotContain("context:");
    assertThat(RESOURCES.type("com.acme.old.OldPartsApi").getMethods())
        .singleElement()
        .hasFieldOrPropertyWithValue("name", "context");
  }

  @Test
  void inheritsEverythingFromAnInterface() {
    try (AdoptedService greetings =
        AdoptedService.of(RESOURCES.type("com.acme.greetings.Greetings$Bean"))) {
      assertThat(greetings.call("Greet", "{'name':'Ann'}")).isEqualTo("{'result':'Hello Ann1'}");
    }
  }

  @Test
  void isOfferedOnGraphQlWhereProtocolsSaysSo() {
    GraphQlEndpoint graphQl =
        GraphQlEndpoint.of(
            AdoptedService.builder(RESOURCES.type()).authenticator(AdoptedService::caller).build());

    assertThat(data(graphQl, "{ part(kind: \"nut\", id: \"1\", v: 7) { id size } }"))
        .isEqualTo(Map.of("part", Map.of("id", "nut1", "size", 7)));
    assertThat(data(graphQl, "mutation { create(id: \"a\", m: 2) { size } }"))
        .isEqualTo(Map.of("create", Map.of("size", 5)));
    assertThat(data(graphQl, "{ generic { id } }"))
        .isEqualTo(Map.of("generic", List.of(Map.of("id", "a"))));
  }

  private static Object data(GraphQlEndpoint graphQl, String query) {
    return graphQl
        .execute(
            ExecutionInput.newExecutionInput(query)
                .graphQLContext(Map.of(CallRequest.class, new SignedIn()))
                .build())
        .toSpecification()
        .get("data");
  }

  private record SignedIn() implements CallRequest {
    @Override
    public Protocol protocol() {
      return Protocol.GRAPHQL;
    }

    @Override
    public Optional<String> header(String name) {
      return Optional.of("alice").filter(any -> name.equals("user"));
    }
  }

  @Test
  void takesEntitiesOutOfResponsesOfTheOlderName() {
    assertThat(old.call("Answer", "{'status':200}")).isEqualTo("{'result':{'id':'a','size':1}}");
    assertThatThrownBy(() -> old.call("Answer", "{'status':404}"))
        .hasMessage("NOT_FOUND: Not Found");
  }

  @Test
  void makesStatusesOfExceptionsOfTheOlderName() {
    assertThatThrownBy(() -> old.call("Failing", "{'how':'thrown'}"))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessage("ABORTED: Conflict");
    assertThatThrownBy(() -> old.call("Failing", "{'how':'mapped'}")).hasMessage("NOT_FOUND: Gone");
  }

  @Test
  void answersLaterUnderTheOlderName() {
    assertThat(old.call("Suspended", "{'how':'response'}"))
        .isEqualTo("{'result':{'id':'later','size':1}}");
    assertThat(old.call("Suspended", "{'how':'timeout'}"))
        .isEqualTo("{'result':{'id':'timeout','size':1}}");
    assertThatThrownBy(() -> old.call("Suspended", "{'how':'failure'}"))
        .hasMessage("NOT_FOUND: Not Found");
    assertThatThrownBy(() -> old.call("Suspended", "{'how':'cancel'}"))
        .hasMessage("UNAVAILABLE: Service Unavailable");
  }

  @Test
  void tellsContextsUnderTheOlderName() {
    assertThat(old.call("Context", "{'shop':'s','id':'a b','q':'c'}"))
        .isEqualTo(
            "{'result':'old/s/context/a b s a b {q\\u003d[c]}"
                + " http://localhost/old/s/context/a%20b?q\\u003dc GET null null-1 true truefalse'}");
  }

  @Test
  void generatesTheSameInEcj() {
    assertThat(RESOURCES.generatedByEcj()).isEqualTo(RESOURCES.compilation().generatedSources());
  }
}
