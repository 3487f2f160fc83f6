package io.triglot.processor.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.triglot.processor.backend.rest.RestHost;
import io.triglot.runtime.CallObserver;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.RemoteCallException;
import io.triglot.runtime.adoption.ObservedResources;
import io.triglot.runtime.rest.DeprecatedResources;
import io.triglot.runtime.rest.RestChannel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What an adopted resource has on REST in its own container: a client, observers, and headers that
 * tell of its end. Each container that this is tried on has a subclass.
 */
@Timeout(120)
public abstract class ServedResource {
  private static final String SOURCE =
      """
      package com.acme;

      import io.triglot.*;
      import jakarta.ws.rs.*;
      import jakarta.ws.rs.core.*;
      import java.util.List;

      @ApiService
      @ApiRestDeprecated(since = "2026-01-15", sunset = "2026-12-31")
      @jakarta.ws.rs.Path("/notes/{owner}")
      @Produces(MediaType.TEXT_PLAIN)
      public class NoteResource {
        @GET @jakarta.ws.rs.Path("{id: [a-z/]+}")
        public String note(@PathParam("owner") String owner, @PathParam("id") String id,
            @QueryParam("q") List<String> q, @HeaderParam("X-Tenant") String tenant,
            @CookieParam("sid") String sid, @MatrixParam("m") String m) {
          return String.join("|", owner, id, "" + q, tenant, sid, m);
        }

        @POST @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
        public String add(@PathParam("owner") String owner, @FormParam("text") String text,
            @FormParam("n") int n) {
          return owner + text + n;
        }

        @PUT @Consumes(MediaType.TEXT_PLAIN)
        public int length(@PathParam("owner") String owner, String text) {
          return text.length();
        }

        @ApiOperation(returns = Void.class)
        @DELETE @jakarta.ws.rs.Path("{status: [0-9]+}")
        public Response remove(@PathParam("owner") String owner, @PathParam("status") int status) {
          return Response.status(status).entity(status == 204 ? null : "No").build();
        }
      }
      """;

  @RegisterExtension
  static final CompiledResource RESOURCE = new CompiledResource("com.acme.NoteResource", SOURCE);

  private final BlockingQueue<String> observed = new LinkedBlockingQueue<>();
  private RestHost host;
  private Object client;

  /** Starts the container with a resource and features. */
  protected abstract RestHost start(List<Object> components) throws Exception;

  @BeforeEach
  void serve() throws Exception {
    CallObserver observer =
        (operation, request) ->
            failure -> {
              assertThat(request.protocol()).isEqualTo(Protocol.REST);
              observed.add(operation.id() + " " + (failure == null ? "OK" : failure.code()));
            };
    Object resource = RESOURCE.type().getConstructor().newInstance();
    host = start(List.of(resource, ObservedResources.by(observer), new DeprecatedResources()));
    client =
        RESOURCE
            .type("com.acme.NoteResourceRestClient")
            .getMethod("of", RestChannel.class)
            .invoke(null, RestChannel.to(host.uri()));
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void isCalledByItsGeneratedClient() throws Exception {
    assertThat(call("note", "a b", "x/y", List.of("1&2", "ü"), "acme", "s-1", "light;blue"))
        .isEqualTo("a b|x/y|[1&2, ü]|acme|s-1|light;blue");
    assertThat(call("note", "a", "x", List.of(), null, null, null))
        .isEqualTo("a|x|[]|null|null|null");
    assertThat(call("add", "a", "two words & ü", 3)).isEqualTo("atwo words & ü3");
    assertThat(call("length", "a", "€ü")).isEqualTo(2);
    call("remove", "a", 204);
    assertThatThrownBy(() -> call("remove", "a", 409))
        .isInstanceOf(RemoteCallException.class)
        .hasMessage("ABORTED: No");
    assertThatThrownBy(() -> call("note", "a", "../x", List.of(), null, null, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isObserved() throws Exception {
    call("length", "a", "b");
    assertThat(observed.poll(60, TimeUnit.SECONDS)).isEqualTo("NoteResource.length OK");
    assertThatThrownBy(() -> call("remove", "a", 410)).hasMessageStartingWith("NOT_FOUND");
    assertThat(observed.poll(60, TimeUnit.SECONDS)).isEqualTo("NoteResource.remove NOT_FOUND");
  }

  @Test
  void tellsOfItsEnd() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(host.uri() + "notes/a/410")).DELETE().build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(answer.headers().firstValue("Deprecation")).hasValue("@1768435200");
    assertThat(answer.headers().firstValue("Sunset")).hasValue("Thu, 31 Dec 2026 00:00:00 GMT");
  }

  private Object call(String name, Object... arguments) throws Exception {
    Method method =
        Stream.of(RESOURCE.type("com.acme.NoteResourceApi").getMethods())
            .filter(each -> each.getName().equals(name))
            .findFirst()
            .orElseThrow();
    try {
      return method.invoke(client, arguments);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }
}
