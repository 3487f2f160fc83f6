package io.triglot.server.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the start page tells of an API.
 *
 * @param services the services, in the order in which they are to be shown
 * @param grpcPort the port on which gRPC is served
 * @param schema whether the GraphQL schema is told
 */
public record ApiListing(List<Service> services, int grpcPort, boolean schema) {
  /** Takes a copy. */
  public ApiListing {
    services = List.copyOf(services);
  }

  /** A service with its operations. */
  public record Service(String name, List<Operation> operations) {
    /** Takes a copy. */
    public Service {
      operations = List.copyOf(operations);
    }
  }

  /**
   * An operation and where it is found on each protocol; null where it is not offered.
   *
   * @param name its name
   * @param access who may call, in words; null for everybody
   * @param route its REST route
   * @param field its GraphQL field with the operation type, such as {@code query product}
   * @param rpc its rpc with the service, such as {@code acme.shop.v1.ProductService/Product}
   */
  public record Operation(
      String name,
      @Nullable String access,
      @Nullable Route route,
      @Nullable String field,
      @Nullable String rpc) {}

  /** An HTTP method and a path template. */
  public record Route(String method, String template) {
    /** Whether a browser can simply go there. */
    boolean isLink() {
      return method.equals("GET") && !template.contains("{");
    }
  }
}
