package io.triglot.runtime.adoption;

import io.triglot.runtime.CallObserver;
import io.triglot.runtime.CallObserver.Observation;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import io.triglot.runtime.Failure;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.Protocol;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The filters by which observers see the calls of one operation. */
record ObservedResponses(OperationDescriptor operation, List<CallObserver> observers)
    implements ContainerRequestFilter, ContainerResponseFilter {
  /** Before the filters that authenticate, whose refusals count too. */
  static final int PRIORITY = Priorities.AUTHENTICATION - 100;

  private static final Logger log = LoggerFactory.getLogger(ObservedResponses.class);

  @Override
  public void filter(ContainerRequestContext request) {
    CallRequest call = new Request(request);
    request.setProperty(
        property(), observers.stream().map(observer -> begin(observer, call)).toList());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(request.getProperty(property()) instanceof List<?> begun)) {
      return; // a filter before this one has refused it
    }
    request.removeProperty(property());
    Principal principal = request.getSecurityContext().getUserPrincipal();
    Optional<Caller> caller =
        Optional.ofNullable(principal)
            .map(Principal::getName)
            .map(name -> new Caller(name, Set.of()));
    Failure failure = failure(response.getStatus());
    for (Object each : begun) {
      end((Observation) each, caller, failure);
    }
  }

  private Observation begin(CallObserver observer, CallRequest call) {
    try {
      return observer.begin(operation, call);
    } catch (RuntimeException bug) {
      log.warn("An observer of {} failed", operation.id(), bug);
      return failure -> {};
    }
  }

  private void end(Observation observation, Optional<Caller> caller, @Nullable Failure failure) {
    try {
      caller.ifPresent(observation::identified);
      observation.end(failure);
    } catch (RuntimeException bug) {
      log.warn("An observer of {} failed", operation.id(), bug);
    }
  }

  private static @Nullable Failure failure(int status) {
    return status < 300 || status == 304
        ? null
        : Failure.of(HttpStatus.code(status), "HTTP status " + status);
  }

  private String property() {
    return getClass().getName();
  }

  /** A request as its container shows it. */
  private record Request(ContainerRequestContext request) implements CallRequest {
    @Override
    public Protocol protocol() {
      return Protocol.REST;
    }

    @Override
    public Optional<String> header(String name) {
      return Optional.ofNullable(request.getHeaderString(name));
    }
  }
}
