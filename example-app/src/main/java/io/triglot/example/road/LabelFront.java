package io.triglot.example.road;

import io.grpc.Channel;
import io.triglot.example.road.LabelResource.Label;
import io.triglot.runtime.Failure;
import io.triglot.runtime.RemoteCallException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glassfish.grizzly.http.server.HttpServer;
import org.jspecify.annotations.Nullable;

/** What is left of REST when the labels have gone behind gRPC: the same paths, over the client. */
@Path("/labels")
@Produces(MediaType.APPLICATION_JSON)
public final class LabelFront {
  private final LabelResourceApi labels;

  private LabelFront(LabelResourceApi labels) {
    this.labels = labels;
  }

  /**
   * Starts a server of REST that knows where the labels are, and nothing else of them.
   *
   * @param address port 0 is any free one
   * @param service the gRPC service behind it
   */
  public static HttpServer start(URI address, Channel service) {
    LabelFront front = new LabelFront(LabelResourceGrpcClient.of(service));
    return LabelServer.rest(address, front, new Refusals());
  }

  /** As the resource had it. */
  @GET
  public List<Label> labels(@QueryParam("max-price") @Nullable BigDecimal maxPrice) {
    return labels.labels(maxPrice);
  }

  /** As the resource had it. */
  @GET
  @Path("/{product}")
  public Label label(@PathParam("product") String product) {
    return labels.label(product);
  }

  /** Answers what the service refuses with the status and the members that the resource had. */
  private static final class Refusals implements ExceptionMapper<RemoteCallException> {
    @Override
    public Response toResponse(RemoteCallException refused) {
      Failure failure = refused.failure();
      Map<String, @Nullable Object> entity = new TreeMap<>(failure.details());
      Object status = entity.remove("httpStatus");
      return Response.status(
              status == null ? failure.httpStatus() : Integer.parseInt(status.toString()))
          .type(MediaType.APPLICATION_JSON)
          .entity(entity)
          .build();
    }
  }
}
