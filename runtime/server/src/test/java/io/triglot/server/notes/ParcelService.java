package io.triglot.server.notes;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.triglot.ApiOperation;
import io.triglot.runtime.OperationKind;
import io.triglot.runtime.Protocol;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Has parameters wherever a request can have them. */
@PermitAll
public class ParcelService {
  /** How large a parcel is. */
  public enum Measure {
    SMALL,
    LARGE
  }

  /** How fast a parcel travels. */
  public enum Speed {
    @JsonProperty("by-air")
    AIR,
    @JsonProperty("by-sea")
    @JsonAlias("by-ship")
    SEA
  }

  /**
   * Which parcels.
   *
   * @param maxWeight what the heaviest one weighs
   * @param tenant whose
   */
  public record Filter(
      @QueryParam("max-weight") @Nullable Integer maxWeight,
      @HeaderParam("X-Tenant") String tenant) {}

  /** One parcel. */
  @ApiOperation("GET /parcels/{number}")
  public String parcel(
      @PathParam("number") String id,
      @HeaderParam("X-Tenant") String tenant,
      @CookieParam("measure") @Nullable Measure measure,
      @QueryParam("as-of") @Nullable LocalDate day) {
    return String.join(" ", id, tenant, String.valueOf(measure), String.valueOf(day));
  }

  /** Several parcels. */
  @ApiOperation("GET /parcels")
  public String parcels(@BeanParam Filter filter) {
    return filter.tenant() + " " + filter.maxWeight();
  }

  /** Sends a parcel. */
  @ApiOperation("POST /parcels")
  public String sendParcel(
      @FormParam("to") String receiver,
      @FormParam("tag") List<String> tags,
      @FormParam("weight") int weight,
      @HeaderParam("X-Tenant") Optional<Integer> tenant,
      @QueryParam("dry-run") boolean dryRun) {
    return String.join(
        " ",
        receiver,
        String.valueOf(tags),
        String.valueOf(weight),
        String.valueOf(tenant),
        String.valueOf(dryRun));
  }

  /** Says how long parcels travel. */
  @ApiOperation("GET /parcels/times/{by}")
  public String getTravelTime(
      @PathParam("by") Speed by,
      @HeaderParam("X-Speed") Speed speed,
      @CookieParam("speed") @Nullable Speed otherwise,
      @QueryParam("than") @DefaultValue("SEA") Speed than,
      @QueryParam("or") Set<Speed> others) {
    return by + " " + speed + " " + otherwise + " " + than + " " + others;
  }

  /** Sends a parcel fast. */
  @ApiOperation("POST /parcels/fast")
  public String sendFast(@FormParam("speed") Speed speed, @FormParam("or") List<Speed> others) {
    return speed + " " + others;
  }

  /** Says how fast parcels are, but not on REST. */
  @ApiOperation(
      kind = OperationKind.QUERY,
      protocols = {Protocol.GRAPHQL, Protocol.GRPC})
  public String pace(@HeaderParam("X-Pace") Optional<Pace> pace) {
    return String.valueOf(pace);
  }

  /** How fast parcels are where REST does not tell of it. */
  public enum Pace {
    @JsonProperty("as-fast-as-it-goes")
    FAST
  }

  /** Says what a parcel costs. */
  @ApiOperation("POST /parcels/postage")
  public String postage(
      @FormParam("weight") @DefaultValue("1") int weight,
      @HeaderParam("X-Tenant") @DefaultValue("acme") String tenant,
      @CookieParam("measure") @DefaultValue("SMALL") Measure measure,
      @HeaderParam("X-Limit") @DefaultValue("5") Optional<Integer> limit) {
    return String.join(
        " ", String.valueOf(weight), tenant, String.valueOf(measure), String.valueOf(limit));
  }
}
