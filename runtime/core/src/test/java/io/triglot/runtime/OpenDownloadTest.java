package io.triglot.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.triglot.runtime.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A call whose result is content ends with that content. */
class OpenDownloadTest {
  private static final OperationDescriptor FILE = OperationDescriptor.query("Shop", "file");

  private final List<String> told = new ArrayList<>();
  private final Calls calls =
      Api.builder().observer((operation, request) -> new Told()).build().calls();

  @Test
  void endsWhenItsContentIsWritten() throws IOException {
    Download content = opened(Download.of("text/plain", out -> out.write(new byte[] {1, 2})));

    assertThat(told).containsExactly("answered 200");
    assertThat(calls.open().idle().toCompletableFuture()).isNotDone();
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    content.writeTo(written);

    assertThat(written.toByteArray()).containsExactly(1, 2);
    assertThat(told).containsExactly("answered 200", "entered", "left", "end null");
    assertThat(calls.open().idle()).isCompleted();
  }

  @Test
  void endsOnceWhenNobodyWantsItsContent() throws IOException {
    Download content = opened(Download.of("text/plain", new byte[] {1, 2}));

    content.discard();
    content.discard();

    assertThat(told).containsExactly("answered 200", "end null");
    assertThat(calls.open().idle()).isCompleted();
  }

  @Test
  void failsWithTheWriterOfItsContent() {
    Download content =
        opened(
            Download.of(
                "text/plain",
                out -> {
                  out.write(1);
                  throw new IOException("the disk is gone");
                }));

    assertThatThrownBy(() -> content.writeTo(new ByteArrayOutputStream()))
        .hasMessage("the disk is gone");
    assertThat(told).endsWith("end INTERNAL");
    assertThat(calls.open().idle()).isCompleted();
  }

  @Test
  void failsWithWhatTheWriterSaysItself() {
    Failure failure = Failure.of(StatusCode.UNAVAILABLE, "later");
    Download content =
        opened(
            Download.of(
                "text/plain",
                out -> {
                  throw failure.asException();
                }));

    assertThatThrownBy(() -> content.writeTo(new ByteArrayOutputStream()))
        .isInstanceOf(CallException.class);
    assertThat(told).endsWith("end UNAVAILABLE");
  }

  @Test
  void isCancelledWhereTheClientGoesAway() {
    Download content = opened(Download.of("text/plain", out -> out.write(new byte[] {1, 2})));

    assertThatThrownBy(() -> content.writeTo(broken())).isInstanceOf(IOException.class);
    assertThat(told).endsWith("end CANCELLED");
    assertThat(calls.open().idle()).isCompleted();
  }

  @Test
  void isCancelledWhereTheWriterDoesNotTellThatTheClientHasGone() throws IOException {
    Download content =
        opened(
            Download.of(
                "text/plain",
                out -> {
                  try {
                    out.write(1);
                  } catch (IOException e) {
                    // a careless writer
                  }
                }));

    content.writeTo(broken());

    assertThat(told).endsWith("end CANCELLED");
  }

  @Test
  void failsWhereItIsNotAsLongAsItIsSaidToBe() {
    Download less = opened(Download.of("text/plain", out -> out.write(new byte[2])).sized(3));
    assertThatThrownBy(() -> less.writeTo(new ByteArrayOutputStream()))
        .hasMessage("There are 2 bytes of content instead of 3");
    assertThat(told).endsWith("end INTERNAL");

    Download more = opened(Download.of("text/plain", out -> out.write(new byte[4])).sized(3));
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    assertThatThrownBy(() -> more.writeTo(written)).hasMessageContaining("more content than the 3");
    assertThat(written.size()).isZero();
    assertThat(told).endsWith("end INTERNAL");
  }

  @Test
  void failsBeforeThereIsContentAsAnyCallDoes() {
    assertThatThrownBy(
            () ->
                calls.<HttpResponse>download(
                    FILE,
                    new TestRequest(),
                    call -> {
                      throw Failure.of(StatusCode.NOT_FOUND, "none").asException();
                    }))
        .isInstanceOf(CallException.class);
    assertThat(told).containsExactly("entered", "left", "end NOT_FOUND");
    assertThat(calls.open().idle()).isCompleted();
  }

  private Download opened(Download content) {
    HttpResponse response =
        calls.download(
            FILE,
            new TestRequest(),
            call -> new HttpResponse(200, List.of(), new HttpResponse.Body.Written(content)));
    told.removeIf(each -> each.equals("entered") || each.equals("left"));
    return ((HttpResponse.Body.Written) response.body()).content();
  }

  private static OutputStream broken() {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        throw new IOException("Broken pipe");
      }
    };
  }

  private record TestRequest() implements CallRequest {
    @Override
    public Protocol protocol() {
      return Protocol.REST;
    }

    @Override
    public Optional<String> header(String name) {
      return Optional.empty();
    }
  }

  private final class Told implements CallObserver.Observation {
    @Override
    public CallObserver.Scope enter() {
      told.add("entered");
      return () -> told.add("left");
    }

    @Override
    public void answered(@Nullable Object response) {
      told.add("answered " + ((HttpResponse) response).status());
    }

    @Override
    public void end(@Nullable Failure failure) {
      told.add("end " + (failure == null ? null : failure.code()));
    }
  }
}
