package io.triglot.processor.adoption;

/** Resources with what JAX-RS itself has for them, in less common forms. */
final class PlainResources {
  static final String PARTS =
      """
      package com.acme.parts;

      import io.triglot.*;
      import io.triglot.runtime.Protocol;
      import jakarta.ws.rs.*;
      import jakarta.ws.rs.core.*;
      import java.util.*;

      @ApiService(protocols = {Protocol.GRPC, Protocol.GRAPHQL})
      @Path(Names.ROOT + "/{kind: [a-z]{2,9}}")
      public class PartResource {
        public record Part(String id, int size) {}

        public static final class Code {
          private final String text;
          private Code(String text) { this.text = text; }
          public static Code fromString(String text) {
            if (text.isEmpty()) {
              throw new IllegalArgumentException();
            }
            return new Code(text);
          }
          @Override public String toString() { return "#" + text; }
        }

        public static final class Level {
          private final int level;
          private Level(int level) { this.level = level; }
          public static Level valueOf(String text) { return new Level(Integer.parseInt(text)); }
          @Override public String toString() { return "L" + level; }
        }

        public static class Window {
          private final int from;
          @QueryParam("to") @DefaultValue("9") public int to;

          public Window(@QueryParam("from") int from) { this.from = from; }

          @Override public String toString() { return from + ".." + to; }
        }

        public static class Filter {
          @BeanParam private Window window;
          @MatrixParam("colour") private Set<String> colours;
          @PathParam("kind") private String kind;
          @Context private HttpHeaders headers;

          public void setWindow(Window window) { this.window = window; }

          @Override public String toString() {
            return kind + " " + window + " " + new TreeSet<>(colours) + " "
                + headers.getHeaderString("user");
          }
        }

        public record Page(@QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("code") Code code) {}

        @GET @Path("filtered")
        public String filtered(@BeanParam Filter filter) { return filter.toString(); }

        @GET @Path("paged")
        public String paged(@BeanParam Page page) { return page.toString(); }

        @GET @Path("{id:\\\\d+(-\\\\d+){0,2}}/size;v={v}")
        public Part part(@PathParam("id") String id, @PathParam("v") int v, String kind) {
          return new Part(kind + id, v);
        }

        @GET @Path("values")
        public String values(@QueryParam(Names.CODE) Code code,
            @QueryParam("level") @DefaultValue("" + Names.LEVEL) Level level,
            @QueryParam("codes") List<Code> codes,
            @QueryParam("sorted") SortedSet<String> sorted) {
          return code + " " + level + " " + codes + " " + sorted;
        }

        @POST @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
        public Part create(@FormParam("id") String id, @FormParam("size") @DefaultValue("3") int size,
            @MatrixParam("m") Optional<Integer> m) {
          return new Part(id, size + m.orElse(0));
        }

        @GET @Path("generic")
        public GenericEntity<List<Part>> generic() {
          return new GenericEntity<>(List.of(new Part("a", 1))) {};
        }

        @Path("{id}/parts")
        public PartResource parts() { return this; }
      }
      """;

  static final String NAMES =
      """
      package com.acme.parts;

      interface Names {
        String ROOT = "/parts";
        String CODE = "the-code";
        int LEVEL = 4;
      }
      """;

  static final String GREETINGS =
      """
      package com.acme.greetings;

      import io.triglot.ApiOperation;
      import jakarta.ws.rs.*;

      @Path("/greetings")
      public interface Greetings {
        @ApiOperation
        @GET @Path("{name}")
        String greet(@PathParam("name") String name, @QueryParam("n") @DefaultValue("1") int n);

        class Bean implements Greetings {
          @Override public String greet(String who, int times) { return "Hello " + who + times; }
        }
      }
      """;

  static final String OLD =
      """
      package com.acme.old;

      import io.triglot.*;
      import java.util.*;
      import java.util.concurrent.*;
      import javax.ws.rs.*;
      import javax.ws.rs.container.*;
      import javax.ws.rs.core.*;

      @ApiService
      @Path("/old/{shop}")
      public class OldParts {
        public record Piece(String id, int size) {}

        @ApiOperation(returns = Piece.class)
        @GET @Path("answer")
        public Response answer(@QueryParam("status") int status) {
          return new Answer(status, new Piece("a", 1));
        }

        @ApiOperation(returns = Piece.class)
        @GET @Path("suspended")
        public void suspended(@QueryParam("how") String how, @Suspended AsyncResponse response) {
          CompletableFuture.runAsync(() -> {
            switch (how) {
              case "response": response.resume(new Answer(200, new Piece("later", 1))); break;
              case "failure": response.resume(new Failed(new Answer(404, null))); break;
              case "cancel": response.cancel(30); break;
              default:
                response.setTimeoutHandler(late -> late.resume(new Piece("timeout", 1)));
                response.setTimeout(1, TimeUnit.MILLISECONDS);
            }
          });
        }

        @GET @Path("generic")
        public GenericEntity<List<Piece>> generic() {
          return new GenericEntity<List<Piece>>(List.of(new Piece("a", 1))) {};
        }

        @GET @Path("failing")
        public Piece failing(@QueryParam("how") String how) {
          if (how.equals("mapped")) {
            throw new IllegalStateException("mapped");
          }
          throw new Failed(new Answer(409, Map.of("least", 1)));
        }

        @GET @Path("context/{id}")
        public String context(@PathParam("shop") String shop, @PathParam("id") String id,
            @QueryParam("q") String q, @Context UriInfo uri, @Context Request request,
            @Context HttpHeaders headers, @Context SecurityContext security) {
          return uri.getPath() + " " + uri.getPathSegments().get(1).getPath() + " "
              + uri.getPathParameters().getFirst("id") + " " + uri.getQueryParameters() + " "
              + uri.getRequestUri() + " " + request.getMethod() + " " + request.evaluatePreconditions()
              + " " + headers.getMediaType() + headers.getLength() + " "
              + headers.getAcceptableMediaTypes().get(0).isWildcardType() + " "
              + security.isUserInRole("user") + security.isSecure();
        }

        static final class Failed extends WebApplicationException {
          private static final long serialVersionUID = 1;

          Failed(Response response) {
            super(response);
          }
        }
      }
      """;

  /** A response without an implementation of JAX-RS behind it. */
  static final String ANSWER =
      """
      package com.acme.old;

      import java.lang.annotation.Annotation;
      import java.net.URI;
      import java.util.*;
      import javax.ws.rs.core.*;

      final class Answer extends Response {
        private final int status;
        private final Object entity;

        Answer(int status, Object entity) {
          this.status = status;
          this.entity = entity;
        }

        @Override public int getStatus() { return status; }
        @Override public StatusType getStatusInfo() { return Status.fromStatusCode(status); }
        @Override public Object getEntity() { return entity; }
        @Override public String getHeaderString(String name) {
          return name.equals("Location") ? "/there" : null;
        }
        @Override public <T> T readEntity(Class<T> type) { return null; }
        @Override public <T> T readEntity(GenericType<T> type) { return null; }
        @Override public <T> T readEntity(Class<T> type, Annotation[] annotations) { return null; }
        @Override public <T> T readEntity(GenericType<T> type, Annotation[] annotations) {
          return null;
        }
        @Override public boolean hasEntity() { return entity != null; }
        @Override public boolean bufferEntity() { return false; }
        @Override public void close() {}
        @Override public MediaType getMediaType() { return null; }
        @Override public Locale getLanguage() { return null; }
        @Override public int getLength() { return -1; }
        @Override public Set<String> getAllowedMethods() { return Set.of(); }
        @Override public Map<String, NewCookie> getCookies() { return Map.of(); }
        @Override public EntityTag getEntityTag() { return null; }
        @Override public Date getDate() { return null; }
        @Override public Date getLastModified() { return null; }
        @Override public URI getLocation() { return null; }
        @Override public Set<Link> getLinks() { return Set.of(); }
        @Override public boolean hasLink(String relation) { return false; }
        @Override public Link getLink(String relation) { return null; }
        @Override public Link.Builder getLinkBuilder(String relation) { return null; }
        @Override public MultivaluedMap<String, Object> getMetadata() { return null; }
        @Override public MultivaluedMap<String, String> getStringHeaders() { return null; }
      }
      """;

  private PlainResources() {}
}
