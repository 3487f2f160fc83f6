package io.triglot.runtime.adoption;

import io.triglot.runtime.Failure;
import io.triglot.runtime.JsonValues;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code Response} of JAX-RS says: its status decides whether a call has succeeded.
 *
 * @param status the HTTP status
 * @param phrase the reason phrase of the status
 * @param entity the entity itself, not a {@code GenericEntity} around it; null where there is none
 * @param headers the header fields that other protocols have a place for
 */
public record ResourceResponse(
    int status, String phrase, @Nullable Object entity, Map<String, String> headers) {
  /** Takes a copy of the map. */
  public ResourceResponse {
    headers = Map.copyOf(headers);
  }

  /**
   * What a resource method has returned or resumed: a {@code Response} of either name of JAX-RS, or
   * an entity, which is answered with 200.
   */
  public static ResourceResponse of(@Nullable Object returned) {
    if (returned instanceof Response response) {
      return read(response);
    }
    ResourceResponse older =
        returned != null && JavaxApi.PRESENT ? JavaxApi.response(returned) : null;
    return older == null ? new ResourceResponse(200, "OK", plain(returned), Map.of()) : older;
  }

  /**
   * The same of an object that can be made a {@code Response}, such as RESTEasy Reactive's {@code
   * RestResponse}.
   */
  public static <R> ResourceResponse of(@Nullable R returned, Function<R, Response> conversion) {
    Response response = returned == null ? null : conversion.apply(returned);
    return of(response);
  }

  private static ResourceResponse read(Response response) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : ResponseFailure.HEADERS) {
      String value = response.getHeaderString(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    return new ResourceResponse(
        response.getStatus(),
        response.getStatusInfo().getReasonPhrase(),
        plain(response.getEntity()),
        headers);
  }

  private static @Nullable Object plain(@Nullable Object entity) {
    return entity instanceof GenericEntity<?> generic ? generic.getEntity() : entity;
  }

  /**
   * The entity of a successful response.
   *
   * @param type what the operation says that it is; of a list that of its elements
   * @return null where there is none
   * @throws io.triglot.runtime.CallException for a status other than 2xx
   * @throws IllegalStateException when it is something else
   */
  public <T> @Nullable T entity(Class<T> type) {
    requireSuccess();
    if (entity != null && !type.isInstance(entity)) {
      throw unexpected(type.getName());
    }
    return type.cast(entity);
  }

  /**
   * The elements of the entity of a successful response, a collection or an array; none where there
   * is no entity.
   *
   * @throws io.triglot.runtime.CallException for a status other than 2xx
   * @throws IllegalStateException when it is something else
   */
  public <T> List<T> entities(Class<T> type) {
    requireSuccess();
    Collection<?> elements =
        entity == null
            ? List.of()
            : entity instanceof Object[] array
                ? Arrays.asList(array)
                : entity instanceof Collection<?> collection ? collection : List.of(entity);
    if (!elements.stream().allMatch(type::isInstance)) {
      throw unexpected("a list of " + type.getName());
    }
    return elements.stream().<T>map(type::cast).toList();
  }

  /**
   * What a successful response has where no entity is declared.
   *
   * @return null
   * @throws io.triglot.runtime.CallException for a status other than 2xx
   */
  public @Nullable Void nothing() {
    requireSuccess();
    return null;
  }

  private void requireSuccess() {
    if (status < 200 || status > 299) {
      throw failure().asException();
    }
  }

  private IllegalStateException unexpected(String expected) {
    return new IllegalStateException(
        "The response has an entity of %s, where %s is declared: change returns of @ApiOperation"
            .formatted(entity == null ? "none" : entity.getClass().getName(), expected));
  }

  /**
   * A response that is no success, with what its entity says as details: the members of an object,
   * or all of it as {@code entity}.
   */
  public Failure failure() {
    return ResponseFailure.of(status, phrase, plainEntity(), headers);
  }

  /** What no JSON can be made of is left out. */
  private @Nullable Object plainEntity() {
    try {
      return JsonValues.of(entity);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
