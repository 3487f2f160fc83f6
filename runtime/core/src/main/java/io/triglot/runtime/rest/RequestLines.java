package io.triglot.runtime.rest;

import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import io.triglot.runtime.FieldViolation;
import io.triglot.runtime.ReceivedStream;
import io.triglot.runtime.time.BlockingThreads;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values that a client sends as lines of JSON, for one subscriber. A line is read when the
 * subscriber asks for a value: a service that is slow slows the client down, by the flow control of
 * TCP or HTTP/2. Reading blocks, on a thread that is neither the subscriber's nor the call's.
 */
final class RequestLines<E> extends ReceivedStream<E> {
  private static final Executor READERS = BlockingThreads.named("rest-lines");

  private final String name;
  private final LineReader lines;
  private final Function<byte[], E> decoding;

  /**
   * Values that are made of lines.
   *
   * @param name what a value is called
   * @param decoding makes a value of a line, or refuses it with a {@link CallException}
   */
  RequestLines(String name, LineReader lines, Function<byte[], E> decoding) {
    super(READERS);
    this.name = name;
    this.lines = lines;
    this.decoding = decoding;
  }

  @Override
  protected @Nullable E next() {
    if (isOver()) {
      return null;
    }
    try {
      byte[] line = lines.next();
      if (line != null) {
        return decoding.apply(line);
      }
      end();
    } catch (CallException refused) {
      fail(refused.failure().violations().isEmpty() ? refused : inLine(refused));
    } catch (IOException | RuntimeException e) {
      fail(e);
    }
    return null;
  }

  @Override
  protected boolean hasNext() {
    return false; // a line is read when it is asked for
  }

  @Override
  protected void await(long wanted) {
    // Lines come by themselves.
  }

  /** The same with the number of the line beside the path of each value. */
  private CallException inLine(CallException refused) {
    List<FieldViolation> violations =
        refused.failure().violations().stream()
            .map(
                each ->
                    new FieldViolation(
                        each.field().isEmpty() ? name : each.field(),
                        each.description() + " (line " + lines.number() + ")"))
            .toList();
    return Failure.invalid(violations).asException();
  }
}
