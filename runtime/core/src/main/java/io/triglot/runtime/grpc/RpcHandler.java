package io.triglot.runtime.grpc;

import io.triglot.runtime.Call;
import org.jspecify.annotations.Nullable;

/**
 * Serves one rpc: takes the arguments out of the request and goes on with {@link Call#proceed}.
 *
 * @param <Q> the request message
 * @param <R> what the user's method returns
 */
@FunctionalInterface
public interface RpcHandler<Q, R extends @Nullable Object> {
  /** Serves a call that has been authorized. */
  R handle(Q request, Call call) throws Exception;
}
