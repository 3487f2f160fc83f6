package io.triglot.runtime;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells that nobody may call adopted operations as long as nothing says how callers are known. */
final class UnguardedAdoption {
  private static final Logger log = LoggerFactory.getLogger(UnguardedAdoption.class);

  private UnguardedAdoption() {}

  static void warn(List<BoundService> services) {
    List<String> adopted =
        services.stream()
            .map(BoundService::contract)
            .filter(each -> each.operations().stream().anyMatch(OperationDescriptor::adopted))
            .map(ServiceContract::service)
            .toList();
    if (!adopted.isEmpty()) {
      log.warn(
          "Nobody may call {} except by REST: what guards a JAX-RS resource may be a filter, which"
              + " other protocols do not pass. Say how their callers are known:"
              + " Api.builder().authenticator(…), with Authenticator.anonymous() if they need not"
              + " be",
          String.join(", ", adopted));
    }
  }
}
