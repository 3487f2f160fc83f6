package io.triglot.runtime.adoption;

import io.triglot.runtime.CallContext;
import java.util.Optional;

/** What a call knows of the types that JAX-RS gives to {@code @Context}. */
final class StandardContexts {
  private StandardContexts() {}

  /** The object; empty for types that only a container has. */
  static <C> Optional<C> find(Class<C> type, CallContext call, RequestTarget target) {
    Optional<C> caller = call.caller().filter(type::isInstance).map(type::cast);
    return caller.isPresent()
        ? caller
        : standard(type.getName(), call, target).map(found -> shown(type, found));
  }

  /** The object as this type, which is its own or that of the older name of JAX-RS. */
  static <C> C shown(Class<C> type, Object object) {
    return type.cast(type.isInstance(object) ? object : JavaxApi.shown(object));
  }

  private static Optional<Object> standard(String type, CallContext call, RequestTarget target) {
    return switch (type.replaceFirst("^(jakarta|javax)\\.ws\\.rs\\.", "")) {
      case "core.HttpHeaders" -> Optional.of(new CallHeaders(call));
      case "core.SecurityContext" -> Optional.of(new CallSecurity(call));
      case "core.UriInfo" -> Optional.of(new CallUri(target));
      case "core.Request" -> Optional.of(new CallPreconditions(target.verb()));
      case "io.triglot.runtime.CallContext" -> Optional.of(call);
      default -> Optional.empty();
    };
  }
}
