package io.triglot.hosting.jersey;

import io.triglot.runtime.CallContext;
import io.triglot.runtime.adoption.CallSecurity;
import io.triglot.runtime.adoption.RequestTarget;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Configuration;
import java.net.URI;
import java.util.regex.MatchResult;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.internal.inject.InjectionManager;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.internal.monitoring.EmptyRequestEventBuilder;
import org.glassfish.jersey.server.internal.process.RequestProcessingContext;
import org.glassfish.jersey.server.internal.process.RequestProcessingContextReference;
import org.glassfish.jersey.server.internal.routing.UriRoutingContext;
import org.glassfish.jersey.uri.PathPattern;

/**
 * A call as the request that it would be on REST, so that Jersey injects from it what it injects
 * from requests. It has no body, and goes through no filter.
 */
final class ShownRequest {
  private static final URI BASE = URI.create("http://localhost/");

  private ShownRequest() {}

  /**
   * Shows it to what Jersey makes in the request scope of this thread.
   *
   * @throws NotFoundException where the path does not match the template's regular expressions
   */
  static void show(InjectionManager injections, CallContext call, RequestTarget target) {
    ContainerRequest request =
        new ContainerRequest(
            BASE,
            BASE.resolve(target.uri()),
            target.verb(),
            new CallSecurity(call),
            new MapPropertiesDelegate(),
            injections.getInstance(Configuration.class));
    for (String name : call.request().headerNames()) {
      call.header(name).ifPresent(value -> request.header(name, value));
    }
    UriRoutingContext routing = (UriRoutingContext) request.getUriInfo();
    route(routing, PathPattern.asClosed(new PathPattern(target.template())));
    injections
        .getInstance(RequestProcessingContextReference.class)
        .set(
            new RequestProcessingContext(
                injections, request, routing, EmptyRequestEventBuilder.INSTANCE, null));
  }

  private static void route(UriRoutingContext routing, PathPattern pattern) {
    if (pattern.getTemplate().getNumberOfTemplateVariables() == 0) {
      return;
    }
    MatchResult match = pattern.match(routing.getRequestUri().getRawPath());
    if (match == null) {
      throw new NotFoundException();
    }
    routing.pushMatchResult(match);
    routing.pushTemplates(pattern.getTemplate(), null);
  }
}
