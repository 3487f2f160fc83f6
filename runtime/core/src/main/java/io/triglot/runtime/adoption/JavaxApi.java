package io.triglot.runtime.adoption;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.GenericEntity;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * {@code javax.ws.rs}, the older name of JAX-RS: what resources that use it are given and answer
 * with, by plain delegation to the same of {@code jakarta.ws.rs}. It need not be on the class path:
 * nothing but {@link #PRESENT} is asked where it is not.
 */
final class JavaxApi {
  /** Whether it is on the class path. */
  static final boolean PRESENT = isPresent();

  private JavaxApi() {}

  private static boolean isPresent() {
    try {
      Class.forName("javax.ws.rs.core.Response", false, JavaxApi.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }

  /**
   * The same object under the older name.
   *
   * @param object one of {@code jakarta.ws.rs} that resources are given; another is its own
   */
  static Object shown(Object object) {
    if (object instanceof jakarta.ws.rs.core.HttpHeaders headers) {
      return new JavaxHeaders(headers);
    }
    if (object instanceof jakarta.ws.rs.core.UriInfo uri) {
      return new JavaxUri(uri);
    }
    if (object instanceof jakarta.ws.rs.core.SecurityContext security) {
      return new JavaxSecurity(security);
    }
    if (object instanceof jakarta.ws.rs.core.Request request) {
      return new JavaxRequest(request.getMethod());
    }
    return object instanceof jakarta.ws.rs.container.AsyncResponse response
        ? new JavaxAsyncResponse(response)
        : object;
  }

  /**
   * What a {@code Response} says, or a {@code GenericEntity}.
   *
   * @return null of what is neither
   */
  static @Nullable ResourceResponse response(Object returned) {
    if (returned instanceof GenericEntity<?> generic) {
      return new ResourceResponse(200, "OK", generic.getEntity(), Map.of());
    }
    return returned instanceof Response response ? of(response) : null;
  }

  private static ResourceResponse of(Response response) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : ResponseFailure.HEADERS) {
      String value = response.getHeaderString(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    Object entity = response.getEntity();
    return new ResourceResponse(
        response.getStatus(),
        response.getStatusInfo().getReasonPhrase(),
        entity instanceof GenericEntity<?> generic ? generic.getEntity() : entity,
        headers);
  }

  /**
   * The response of a {@code WebApplicationException}.
   *
   * @return null of any other failure
   */
  static @Nullable ResourceResponse ofException(Throwable failure) {
    return failure instanceof WebApplicationException known ? of(known.getResponse()) : null;
  }

  /**
   * What a mapper of the failure's class makes of it.
   *
   * @return null for nothing
   */
  @SuppressWarnings("unchecked") // the mapper was chosen by the failure's class
  static @Nullable Object mapped(Object mapper, Throwable failure) {
    return ((ExceptionMapper<Throwable>) mapper).toResponse(failure);
  }
}
