package io.triglot.runtime.adoption;

import io.triglot.runtime.CallContext;
import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import io.triglot.runtime.RequestCookies;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call of a resource method: its instance, and what it is given that the caller does not send
 * as a value. Used on the thread that runs the method.
 *
 * @param <T> the resource class
 */
public final class ResourceCall<T> {
  private final CallContext call;
  private final ResourceLease<T> lease;
  private final RequestTarget target;
  private @Nullable T resource;

  ResourceCall(CallContext call, ResourceLease<T> lease, RequestTarget target) {
    this.call = call;
    this.lease = lease;
    this.target = target;
  }

  /** The instance. */
  public T resource() {
    T known = resource;
    if (known == null) {
      known = lease.resource();
      resource = known;
    }
    return known;
  }

  /**
   * The instance, for a method that may be called with these arguments.
   *
   * @param arguments of all its parameters, in order
   * @throws CallException with INVALID_ARGUMENT when they are not valid
   */
  public T checked(@Nullable Object... arguments) {
    T checked = resource();
    if (call instanceof ResourceCheck checking) {
      checking.check(checked, arguments);
    }
    return checked;
  }

  /** What the method has returned, where its constraints are met; else the call is INTERNAL. */
  public <R extends @Nullable Object> R judged(R returned) {
    return call instanceof ResourceCheck checking
        ? checking.judged(resource(), returned)
        : returned;
  }

  /**
   * What {@code @Context} is for, or who calls.
   *
   * @throws IllegalStateException when neither the container nor the call knows it
   */
  public <C> C context(Class<C> type) {
    return context(type, target);
  }

  /**
   * The same of what depends on what is requested.
   *
   * @param requested where the request would go on REST
   */
  public <C> C context(Class<C> type, RequestTarget requested) {
    return lease
        .context(type)
        .or(() -> StandardContexts.find(type, call, requested))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Nothing provides a "
                        + type.getName()
                        + " for calls that do not come by REST; a ResourceLease can"));
  }

  /** What {@link #context} is, where it is known. */
  public <C> Optional<C> knownContext(Class<C> type) {
    return lease.context(type).or(() -> StandardContexts.find(type, call, target));
  }

  /**
   * The value of a header, or of a metadata entry.
   *
   * @return null where it is absent
   * @throws CallException with INVALID_ARGUMENT where it cannot be read
   */
  public <V> @Nullable V header(String name, Function<String, V> reader) {
    return call.header(name).map(text -> read(name, text, reader)).orElse(null);
  }

  /** The same, with a text that stands for an absent one. */
  public <V> V header(String name, String otherwise, Function<String, V> reader) {
    return read(name, call.header(name).orElse(otherwise), reader);
  }

  /**
   * The value of a cookie.
   *
   * @return null where it is absent
   * @throws CallException with INVALID_ARGUMENT where it cannot be read
   */
  public <V> @Nullable V cookie(String name, Function<String, V> reader) {
    String text = RequestCookies.of(call.request()).get(name);
    return text == null ? null : read(name, text, reader);
  }

  /** The same, with a text that stands for an absent one. */
  public <V> V cookie(String name, String otherwise, Function<String, V> reader) {
    return read(name, RequestCookies.of(call.request()).getOrDefault(name, otherwise), reader);
  }

  /**
   * Sets a field that only JAX-RS sets, since it is not public and has no setter.
   *
   * @throws IllegalStateException where its module does not let it
   */
  public <B> void set(B bean, Class<? super B> declaring, String field, @Nullable Object value) {
    try {
      Field found = declaring.getDeclaredField(field);
      found.setAccessible(true);
      found.set(bean, value);
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      throw new IllegalStateException(
          declaring.getName() + "." + field + " cannot be set: give it a setter", e);
    }
  }

  /**
   * Calls a method that answers by an {@code AsyncResponse}.
   *
   * @param type the interface of the name of JAX-RS that the method uses
   * @return completes with what the response is resumed with
   */
  public <A> CompletionStage<ResourceResponse> suspended(Class<A> type, SuspendedMethod<A> method)
      throws Exception {
    SuspendedCall suspended = new SuspendedCall(call);
    method.call(StandardContexts.shown(type, suspended));
    return suspended.answer();
  }

  /**
   * A method that answers later.
   *
   * @param <A> what it answers by
   */
  @FunctionalInterface
  public interface SuspendedMethod<A> {
    /** Calls it. */
    void call(A response) throws Exception;
  }

  private static <V> V read(String name, String text, Function<String, V> reader) {
    try {
      return reader.apply(text);
    } catch (CallException known) {
      throw known;
    } catch (RuntimeException unreadable) {
      throw new CallException(Failure.invalid(name, "\"" + text + "\" cannot be read"), unreadable);
    }
  }
}
