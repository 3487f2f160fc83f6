package io.triglot.runtime;

import io.triglot.runtime.CallObserver.Scope;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The content of a download on its way to the client. The call has ended when it has been written:
 * what fails on the way is told to the observers as what fails before it.
 */
final class OpenDownload implements Download.Source {
  private final Download.Source content;
  private final OptionalLong length;
  private final Function<Throwable, Failure> mapping;
  private final Observations observed;
  private final OpenCalls calls;
  private final AtomicBoolean ended = new AtomicBoolean();

  /**
   * Content of a call that is counted as open.
   *
   * @param length how long the content says it is
   */
  OpenDownload(
      Download.Source content,
      OptionalLong length,
      Function<Throwable, Failure> mapping,
      Observations observed,
      OpenCalls calls) {
    this.content = content;
    this.length = length;
    this.mapping = mapping;
    this.observed = observed;
    this.calls = calls;
  }

  @Override
  @SuppressWarnings("try") // the scope is there to be closed
  public void writeTo(OutputStream out) throws IOException {
    Watched watched = new Watched(out, length);
    try (Scope scope = observed.enter()) {
      content.writeTo(watched);
      watched.requireWhole();
    } catch (IOException | RuntimeException | Error failure) {
      end(watched.gone ? Cancellation.GONE : mapping.apply(failure));
      throw failure;
    }
    end(watched.gone ? Cancellation.GONE : null);
  }

  @Override
  public void close() throws IOException {
    try {
      content.close();
    } finally {
      end(null);
    }
  }

  private void end(@Nullable Failure failure) {
    if (ended.compareAndSet(false, true)) {
      observed.end(failure);
      calls.end();
    }
  }

  /** Knows whose fault it is when writing fails, and whether all has been written. */
  private static final class Watched extends FilterOutputStream {
    private final OptionalLong length;
    private long written;
    private boolean gone;

    Watched(OutputStream out, OptionalLong length) {
      super(out);
      this.length = length;
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      written += count;
      if (length.isPresent() && written > length.getAsLong()) {
        throw new IllegalStateException(
            "There is more content than the "
                + length.getAsLong()
                + " bytes that it is said to be");
      }
      try {
        out.write(bytes, offset, count);
      } catch (IOException e) {
        gone = true;
        throw e;
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        gone = true;
        throw e;
      }
    }

    /** The response is ended by the host. */
    @Override
    public void close() throws IOException {
      flush();
    }

    void requireWhole() {
      if (!gone && length.isPresent() && written != length.getAsLong()) {
        throw new IllegalStateException(
            "There are " + written + " bytes of content instead of " + length.getAsLong());
      }
    }
  }
}
