package io.triglot.hosts;

import io.triglot.ApiService;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** A resource into which Jersey injects what there is to inject from a request. */
@ApiService
@Path("/tenants/{tenant: [a-z]+}")
@PermitAll
public class TenantResource {
  /** In what order. */
  public enum Order {
    NAME,
    DATE
  }

  /** Part of the query. */
  public static class Page {
    @QueryParam("page")
    @DefaultValue("1")
    private int page;

    @QueryParam("order")
    private Order order;
  }

  private final String region;

  @PathParam("tenant")
  private String tenant;

  @QueryParam("limit")
  @DefaultValue("5")
  private int limit;

  @QueryParam("tags")
  private List<String> tags;

  @BeanParam private Page page;
  @Context private UriInfo uri;
  @Context private HttpHeaders headers;
  @Context private SecurityContext security;
  @Context private Request request;
  @Inject private Tally tally;
  private String trace = "";

  /** Made by Jersey. */
  public TenantResource(@QueryParam("region") @DefaultValue("north") String region) {
    this.region = region;
  }

  /** Set by Jersey. */
  @HeaderParam("x-trace")
  public void setTrace(String trace) {
    this.trace = trace;
  }

  /** What this instance was injected with. */
  @GET
  @Path("{id}")
  public String describe(@PathParam("id") long id, @QueryParam("limit") Optional<String> same) {
    return String.join(
        " ",
        tenant,
        region,
        String.valueOf(id),
        String.valueOf(limit),
        same.orElse("-"),
        tags.toString(),
        String.valueOf(page.page),
        String.valueOf(page.order),
        trace,
        uri.getPath(),
        uri.getPathParameters().getFirst("id"),
        String.valueOf(uri.getQueryParameters().getFirst("limit")),
        headers.getHeaderString("x-trace"),
        request.getMethod(),
        String.valueOf(security.getUserPrincipal()),
        String.valueOf(tally.next() > 0));
  }

  /** Not every path has all that is injected. */
  @GET
  public String name() {
    return tenant + uri.getPathParameters().get("id");
  }
}
