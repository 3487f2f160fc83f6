package io.triglot.processor.backend.grpc;

import io.triglot.processor.model.Service;
import java.util.List;

/**
 * A service and the Java class that serves it.
 *
 * @param name ends in {@code Service}
 * @param rpcs sorted by the names of their operations
 */
record ProtoService(ProtoName name, Service source, List<ProtoRpc> rpcs) {
  ProtoService {
    rpcs = List.copyOf(rpcs);
  }
}
