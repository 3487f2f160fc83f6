package io.triglot.runtime.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.triglot.runtime.RemoteCallException;
import io.triglot.runtime.adoption.RequestHeaders;

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

  /** A client whose calls have these headers. */
  protected final S withHeaders(RequestHeaders headers) {
    Metadata metadata = new Metadata();
    headers
        .fields()
        .forEach(
            (name, value) ->
                metadata.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value));
    return withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata));
  }

  @Override
  final Throwable undeclared(StatusRuntimeException status) {
    return new RemoteCallException(RemoteErrors.told(status), status);
  }
}
