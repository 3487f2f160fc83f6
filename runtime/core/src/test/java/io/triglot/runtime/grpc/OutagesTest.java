package io.triglot.runtime.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.grpc.Status;
import io.triglot.runtime.CallContext;
import io.triglot.runtime.CallException;
import io.triglot.runtime.CallInterceptor.Invocation;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a front tells of the services behind it. */
class OutagesTest {
  private static final CallContext CONTEXT =
      (CallContext)
          Proxy.newProxyInstance(
              OutagesTest.class.getClassLoader(),
              new Class<?>[] {CallContext.class},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
              });

  @ParameterizedTest
  @EnumSource(
      value = Status.Code.class,
      names = {"UNAVAILABLE", "DEADLINE_EXCEEDED"})
  void areToldInWordsThatNameNoAddress(Status.Code code) throws Exception {
    RuntimeException outage =
        code.toStatus().withDescription("refused: /10.0.0.7").asRuntimeException();

    Throwable thrown = thrown(outage);
    assertThat(thrown).isInstanceOf(CallException.class).hasCause(outage);
    assertThat(((CallException) thrown).failure().code().name()).isEqualTo(code.name());
    assertThat(((CallException) thrown).failure().message()).doesNotContain("10.0.0.7");

    CompletionStage<?> stage =
        (CompletionStage<?>)
            ForwardedFailures.OUTAGES.intercept(
                CONTEXT,
                invocation(() -> CompletableFuture.failedStage(new CompletionException(outage))));
    assertThat(catchThrowable(() -> stage.toCompletableFuture().join()))
        .hasCauseInstanceOf(CallException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.Code.class,
      names = {"PERMISSION_DENIED", "NOT_FOUND", "INVALID_ARGUMENT", "INTERNAL"})
  void areNoRefusals(Status.Code code) {
    RuntimeException refused = code.toStatus().asRuntimeException();

    assertThat(thrown(refused)).isSameAs(refused);
  }

  private static Throwable thrown(RuntimeException failure) {
    return catchThrowable(
        () ->
            ForwardedFailures.OUTAGES.intercept(
                CONTEXT,
                invocation(
                    () -> {
                      throw failure;
                    })));
  }

  private static Invocation invocation(Callable<Object> method) {
    return (Invocation)
        Proxy.newProxyInstance(
            OutagesTest.class.getClassLoader(),
            new Class<?>[] {Invocation.class},
            (proxy, called, arguments) -> method.call());
  }
}
