package io.triglot.processor.backend.grpc;

import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names the requests and responses of rpcs: {@code CreateOrderRequest}, or with the service's name
 * in front where another message of the package has that name. buf's STANDARD rules take both.
 */
final class MessageNames {
  static final String REQUEST = "Request";
  static final String RESPONSE = "Response";

  /** How many messages want a name. */
  private final Map<ProtoName, Integer> wanted = new HashMap<>();

  MessageNames(ApiModel model, TypeIndex types) {
    types.types().keySet().forEach(type -> want(types.name(type)));
    TypeIndex.services(model)
        .forEach(
            service ->
                service
                    .operations(Protocol.GRPC)
                    .forEach(
                        operation -> {
                          String packageName = types.packageName(service.javaName());
                          want(plain(packageName, operation, REQUEST));
                          want(plain(packageName, operation, RESPONSE));
                        }));
  }

  /**
   * The name of a generated request or response.
   *
   * @param role {@link #REQUEST} or {@link #RESPONSE}
   */
  ProtoName name(String packageName, Service service, Operation operation, String role) {
    ProtoName plain = plain(packageName, operation, role);
    return told(operation, role).isPresent() || wanted.getOrDefault(plain, 0) <= 1
        ? plain
        : new ProtoName(packageName, ProtoNames.service(service.unversioned()) + plain.simple());
  }

  /** The name without the service's. */
  static ProtoName plain(String packageName, Operation operation, String role) {
    return new ProtoName(
        packageName, told(operation, role).orElseGet(() -> ProtoNames.rpc(operation) + role));
  }

  private static Optional<String> told(Operation operation, String role) {
    return role.equals(REQUEST) ? operation.rpc().request() : operation.rpc().response();
  }

  private void want(ProtoName name) {
    wanted.merge(name, 1, Integer::sum);
  }
}
