package io.triglot.runtime.rest;

import io.triglot.runtime.CallContext;
import io.triglot.runtime.CallException;
import io.triglot.runtime.DeclaredExceptions;
import io.triglot.runtime.Download;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.rest.json.JsonReader;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the answers to an operation are read.
 *
 * @param declared the errors that the operation declares
 * @param absentWhereNotFound whether {@code NOT_FOUND} says that there is no result
 */
record AnswerReader(DeclaredExceptions declared, boolean absentWhereNotFound) {
  private static final byte[] NOTHING = "null".getBytes(StandardCharsets.UTF_8);

  /** Content that is to come, on behalf of a call whose end ends it. */
  Download content(RestAnswer response, Optional<CallContext> cause) {
    InputStream stream = response.stream();
    if (stream == null) {
      read(response, AnswerReader::nothing);
      stream = InputStream.nullInputStream(); // of a redirection that was not followed
    }
    String type = response.headers().firstValue("Content-Type").orElse("application/octet-stream");
    Download unsized = Download.of(type, RemoteContent.of(stream, cause));
    OptionalLong length = response.headers().firstValueAsLong("Content-Length");
    Download content = length.isPresent() ? unsized.sized(length.getAsLong()) : unsized;
    return response
        .headers()
        .firstValue("Content-Disposition")
        .flatMap(Download::fileNameOf)
        .map(content::named)
        .orElse(content);
  }

  /** What is read of a response; to cancel it gives the call up. */
  static <R extends @Nullable Object> CompletableFuture<R> reading(
      CompletableFuture<RestAnswer> response, Function<RestAnswer, R> reader) {
    CompletableFuture<R> result = new CompletableFuture<>();
    response.whenComplete(
        (given, failure) -> {
          try {
            if (failure == null) {
              result.complete(reader.apply(given));
            } else {
              result.completeExceptionally(cause(failure));
            }
          } catch (Exception declared) { // what the operation declares may be checked
            result.completeExceptionally(declared);
          }
        });
    result.whenComplete(
        (value, failure) -> {
          if (result.isCancelled()) {
            response.cancel(true);
          }
        });
    return result;
  }

  /** Waits for a result. */
  static <R extends @Nullable Object> R await(CompletableFuture<R> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      result.cancel(true);
      throw new RestCallException(0, Failure.of(StatusCode.CANCELLED, "Interrupted"), e);
    } catch (ExecutionException e) {
      throw AnswerReader.<RuntimeException>asUnchecked(e.getCause());
    }
  }

  /** The result, or the exception that the operation declares. */
  <R extends @Nullable Object> R read(RestAnswer response, JsonReader.Value<R> reader) {
    int status = response.status();
    byte[] content = response.content();
    if (status >= 200 && status < 300) {
      return read(status, content.length == 0 ? NOTHING : content, reader);
    }
    RemoteProblem problem =
        RemoteProblem.of(status, response.headers().firstValue("Content-Type").orElse(""), content);
    Throwable failure = declared.restored(problem.failure(), problem.exception());
    if (failure instanceof RestCallException && absentWhereNotFound && problem.isAbsence()) {
      return read(status, NOTHING, reader);
    }
    throw AnswerReader.<RuntimeException>asUnchecked(failure);
  }

  /** Reads JSON that has come with a status. */
  static <R extends @Nullable Object> R read(
      int status, byte[] content, JsonReader.Value<R> reader) {
    try {
      return JsonReader.readAnswer(content, reader);
    } catch (CallException e) {
      String message = "The answer cannot be read: " + e.failure().message();
      throw new RestCallException(status, Failure.of(StatusCode.INTERNAL, message), e);
    }
  }

  /** Reads what is of no interest. */
  @SuppressWarnings("NullAway") // nothing but null is a Void
  static Void nothing(JsonReader in) {
    in.skip();
    return null;
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  /** Throws what the generated method declares, which may be checked. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> X asUnchecked(@Nullable Throwable failure) throws X {
    throw (X) failure;
  }
}
