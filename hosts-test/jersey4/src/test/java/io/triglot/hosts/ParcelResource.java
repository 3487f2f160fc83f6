package io.triglot.hosts;

import io.triglot.ApiOperation;
import io.triglot.ApiService;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/** A resource with REST of its own in each of its methods. */
@ApiService
@PermitAll
@Path("/depots/{depot}/parcels")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ParcelResource {
  /** What is sent; its container writes its names in snake case. */
  public record Parcel(String parcelId, BigDecimal weight, LocalDate sentOn, List<String> notes) {}

  /** A size that REST calls by its constants. */
  public enum Size {
    SMALL,
    LARGE
  }

  /** A code of text. */
  public record Code(String text) {
    /** From a request. */
    public static Code fromString(String text) {
      return new Code(text.substring(1));
    }

    @Override
    public String toString() {
      return "#" + text;
    }
  }

  private static Parcel parcel(String id, Object... notes) {
    return new Parcel(
        id,
        new BigDecimal("2.50"),
        LocalDate.of(2026, 1, 15),
        Stream.of(notes).map(String::valueOf).toList());
  }

  @GET
  public List<Parcel> parcels(
      @PathParam("depot") String depot,
      @QueryParam("note") List<String> notes,
      @QueryParam("page-size") @DefaultValue("20") int pageSize,
      @QueryParam("size") Size size,
      @MatrixParam("colour") String colour) {
    return notes.stream().map(note -> parcel(depot, note, pageSize, size, colour)).toList();
  }

  @GET
  @Path("{id}")
  public Parcel parcel(
      @PathParam("depot") String depot,
      @PathParam("id") Code id,
      @HeaderParam("X-Tenant") String tenant,
      @HeaderParam("X-Count") @DefaultValue("3") int count,
      @CookieParam("session") String session,
      @CookieParam("theme") Cookie theme,
      @HeaderParam(HttpHeaders.HOST) String host) {
    return parcel(depot + id, tenant, count, session, theme == null ? "-" : theme.getValue());
  }

  @GET
  @Path("files ä/{path: .+}")
  @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
  public String file(@PathParam("depot") String depot, @PathParam("path") String path) {
    return depot + "/" + path + " ä €";
  }

  @ApiOperation(returns = Parcel.class)
  @POST
  public Response create(@PathParam("depot") String depot, Parcel parcel) {
    return parcel.weight().signum() > 0
        ? Response.status(201).entity(parcel).build()
        : Response.status(422).entity(Map.of("error", "Too light", "least", 1)).build();
  }

  @POST
  @Path("notes")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Parcel note(
      @PathParam("depot") String depot,
      @FormParam("text") String text,
      @FormParam("more") List<String> more,
      @FormParam("times") @DefaultValue("1") int times) {
    return parcel(depot, text, more, times);
  }

  @PUT
  @Path("label")
  @Consumes(MediaType.TEXT_PLAIN)
  @Produces(MediaType.TEXT_PLAIN)
  public int label(@PathParam("depot") String depot, String label) {
    return (depot + label).length();
  }

  @ApiOperation(returns = Void.class)
  @DELETE
  @Path("{id}")
  public Response remove(@PathParam("depot") String depot, @PathParam("id") String id) {
    return Response.status(id.equals("gone") ? 410 : 204).build();
  }

  @GET
  @Path("later")
  public CompletionStage<List<Parcel>> later(
      @PathParam("depot") String depot, @QueryParam("found") boolean found) {
    return found
        ? CompletableFuture.completedFuture(List.of(parcel(depot)))
        : CompletableFuture.failedFuture(new IllegalArgumentException("later"));
  }

  @GET
  @Path("failing/{how}")
  public Parcel failing(@PathParam("depot") String depot, @PathParam("how") String how) {
    throw switch (how) {
      case "entity" ->
          new WebApplicationException(
              Response.status(409)
                  .type(MediaType.APPLICATION_JSON)
                  .entity(Map.of("message", "Taken", "by", List.of("a", "b")))
                  .build());
      case "status" -> new BadRequestException();
      case "busy" -> new ServiceUnavailableException(7L);
      case "mapped" -> new IllegalArgumentException("mapped");
      default -> new IllegalStateException("a bug");
    };
  }

  @GET
  @Path("events")
  public Flow.Publisher<Parcel> events(@PathParam("depot") String depot) {
    throw new UnsupportedOperationException();
  }

  @GET
  @Path("page")
  @Produces(MediaType.TEXT_HTML)
  public String page(@PathParam("depot") String depot) {
    return "<p>" + depot;
  }
}
