package io.triglot.processor.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.triglot.runtime.Api;
import io.triglot.runtime.adoption.ResourceLease;
import java.security.Principal;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mutiny, Reactor, RESTEasy Reactive, Swagger, MicroProfile OpenAPI and Dropwizard. */
class LibraryResourcesTest {
  @RegisterExtension
  static final CompiledResource RESOURCES =
      new CompiledResource("com.acme.live.LiveResource", LibraryResources.sources());

  private static AdoptedService live;
  private static AdoptedService documented;

  @BeforeAll
  static void serve() {
    live =
        AdoptedService.of(RESOURCES.type())
            .with("X-Tenant", "acme")
            .with("X-Count", "3")
            .with("Cookie", "sid=7");
    documented = AdoptedService.of(RESOURCES.type("com.acme.documented.DocumentedResource"));
  }

  @AfterAll
  static void stop() {
    live.close();
    documented.close();
  }

  @Test
  void readsTheShortFormsOfRestEasyReactive() {
    assertThat(live.fields("Uni")).containsExactly("shop", "page_size");
    assertThat(live.call("Uni", "{'shop':'s','pageSize':2}"))
        .isEqualTo("{'result':{'id':'s','quantity':2}}");
    assertThat(live.fields("Form")).containsExactly("name", "size");
    assertThat(live.call("Form", "{'name':'n','size':2}")).isEqualTo("{'result':'n2'}");
  }

  @Test
  void awaitsUnisAndMonos() {
    assertThat(live.call("Unis", "{'shop':'s'}")).isEqualTo("{'result':[{'id':'s','quantity':1}]}");
    assertThat(live.call("None", "{}")).isEqualTo("{}");
    assertThat(live.call("Mono", "{}")).isEqualTo("{'result':{'id':'acme','quantity':3}}");
    assertThatThrownBy(() -> live.call("Failing", "{}")).hasMessage("NOT_FOUND: Not Found");
  }

  @Test
  void takesEntitiesOutOfResponsesThatComeLater() {
    assertThat(live.call("Answer", "{'status':201}"))
        .isEqualTo("{'result':{'id':'a','quantity':1}}");
    assertThatThrownBy(() -> live.call("Answer", "{'status':409}"))
        .hasMessageStartingWith("ABORTED");
  }

  @Test
  void streamsMultisAndFluxes() {
    assertThat(live.stream("Multi", "{'ids':['a','b']}"))
        .containsExactly(
            "{'result':{'id':'a','quantity':1}}", "{'result':{'id':'b','quantity':1}}");
    assertThat(live.stream("Flux", "{}"))
        .containsExactly(
            "{'result':{'id':'7','quantity':1}}", "{'result':{'id':'7','quantity':2}}");
    assertThatThrownBy(() -> live.stream("Broken", "{}"))
        .hasMessageStartingWith("PERMISSION_DENIED");
  }

  @Test
  void takesEntitiesOutOfRestResponses() {
    assertThat(live.call("Rest", "{'status':200}"))
        .isEqualTo("{'result':{'id':'rest','quantity':1}}");
    assertThatThrownBy(() -> live.call("Rest", "{'status':404}"))
        .hasMessageStartingWith("NOT_FOUND");
    assertThat(live.call("Rest", "{}")).isEqualTo("{}");
    assertThat(live.call("Rests", "{}"))
        .isEqualTo("{'result':[{'id':'a','quantity':1},{'id':'b','quantity':2}]}");
  }

  @Test
  void knowsEntitiesBySwagger1() {
    assertThat(documented.call("One", "{}")).isEqualTo("{'result':{'id':'one'}}");
    assertThat(documented.call("OneList", "{}")).isEqualTo("{'result':[{'id':'one'}]}");
    assertThat(documented.call("OneResponse", "{}")).isEqualTo("{'result':{'id':'one'}}");
  }

  @Test
  void knowsEntitiesBySwagger2() {
    assertThat(documented.call("Two", "{}")).isEqualTo("{'result':{'id':'two'}}");
    assertThat(documented.call("TwoList", "{}")).isEqualTo("{'result':[{'id':'two'}]}");
    assertThat(documented.call("TwoNone", "{}")).isEqualTo("{}");
    assertThat(documented.call("TwoMedia", "{}")).isEqualTo("{'result':{'id':'media'}}");
  }

  @Test
  void knowsEntitiesByMicroProfileOpenApi() {
    assertThat(documented.call("Profile", "{}")).isEqualTo("{'result':{'id':'profile'}}");
    assertThat(documented.call("ProfileList", "{}")).isEqualTo("{'result':[{'id':'profile'}]}");
    assertThat(documented.call("ProfileSchema", "{}")).isEqualTo("{'result':{'id':'schema'}}");
  }

  @Test
  void guessesNothingWhereTwoEntitiesAreDocumented() {
    assertThat(documented.rpcs()).doesNotContain("Torn");
    assertThat(String.join("\n", RESOURCES.compilation().diagnostics()))
        .contains("torn: Nothing says which entity it answers with.");
  }

  @Test
  void givesCallersInTheTypesOfTheApplication() throws Exception {
    Class<?> type = RESOURCES.type("com.acme.users.UserResource");
    Object alice =
        RESOURCES
            .type("com.acme.users.UserResource$User")
            .getConstructor(String.class)
            .newInstance("al");
    try (AdoptedService users = users(type, alice)) {
      assertThat(users.fields("Me")).containsExactly("greeting");
      assertThat(users.call("Me", "{'greeting':'Hello'}")).isEqualTo("{'result':'Hello al'}");
      assertThat(users.call("Perhaps", "{}")).isEqualTo("{'result':'al'}");
      assertThat(users.call("Principal", "{}")).isEqualTo("{'result':'alice'}");
    }
    try (AdoptedService users = users(type, null)) {
      assertThat(users.call("Perhaps", "{}")).isEqualTo("{'result':'nobody'}");
    }
  }

  private static AdoptedService users(Class<?> type, Object user) throws Exception {
    Object resource = type.getConstructor().newInstance();
    Api.Builder api =
        Api.builder()
            .resource(cast(type), call -> lease(resource, user))
            .authenticator(AdoptedService::caller);
    return AdoptedService.of(api).with("user", "alice");
  }

  @SuppressWarnings("unchecked")
  private static Class<Object> cast(Class<?> type) {
    return (Class<Object>) type;
  }

  private static ResourceLease<Object> lease(Object resource, Object user) {
    return new ResourceLease<>() {
      @Override
      public Object resource() {
        return resource;
      }

      @Override
      public <C> Optional<C> context(Class<C> type) {
        return Optional.ofNullable(user)
            .filter(any -> type != Principal.class)
            .filter(type::isInstance)
            .map(type::cast);
      }
    };
  }

  @Test
  void generatesTheSameInEcj() {
    assertThat(RESOURCES.generatedByEcj()).isEqualTo(RESOURCES.compilation().generatedSources());
  }
}
