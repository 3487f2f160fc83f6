package io.triglot.runtime.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import io.triglot.runtime.RemoteCallException;

/**
 * Calls an adopted resource at another server. Generated clients extend it.
 *
 * <p>What goes wrong is a {@link RemoteCallException}, as it is where the resource is called by
 * REST; its cause is the {@link StatusRuntimeException}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <S> the generated client
 */
public abstract class ResourceClient<S extends ResourceClient<S>> extends ServiceClient<S> {
  /** Called by generated subclasses. */
  protected ResourceClient(Channel channel, CallOptions options) {
    super(channel, options);
  }

  @Override
  final Throwable undeclared(StatusRuntimeException status) {
    return new RemoteCallException(RemoteErrors.told(status), status);
  }
}
