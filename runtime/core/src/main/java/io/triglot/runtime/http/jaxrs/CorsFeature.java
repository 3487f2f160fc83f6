package io.triglot.runtime.http.jaxrs;

import io.triglot.runtime.http.Cors;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;

/**
 * CORS for all resources of an application, REST and GraphQL alike, to be registered as a singleton
 * of the application. Preflights are answered before they are matched, and before filters that
 * authenticate. For containers that have none of their own. Immutable and thread-safe.
 */
public final class CorsFeature implements Feature {
  private final Cors cors;

  /** What gives these permissions. */
  public CorsFeature(Cors cors) {
    this.cors = cors;
  }

  @Override
  public boolean configure(FeatureContext context) {
    context.register(new Filter(cors), Priorities.AUTHENTICATION - 100);
    return true;
  }

  /** Answers preflights, and adds to the responses of all other requests. */
  @PreMatching
  static final class Filter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String ORIGIN = "Origin";

    private final Cors cors;

    Filter(Cors cors) {
      this.cors = cors;
    }

    @Override
    public void filter(ContainerRequestContext request) {
      if (isPreflight(request)) {
        String origin = request.getHeaderString(ORIGIN);
        Response.ResponseBuilder answer = Response.status(cors.allows(origin) ? 204 : 403);
        if (cors.allows(origin)) {
          cors.preflight(origin).forEach(each -> answer.header(each.getKey(), each.getValue()));
        }
        request.abortWith(answer.build());
      }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      if (!isPreflight(request)) {
        cors.response(request.getHeaderString(ORIGIN))
            .forEach(each -> response.getHeaders().add(each.getKey(), each.getValue()));
      }
    }

    private static boolean isPreflight(ContainerRequestContext request) {
      return Cors.isPreflight(
          request.getMethod(),
          request.getHeaderString(ORIGIN),
          request.getHeaderString("Access-Control-Request-Method"));
    }
  }
}
