package io.triglot.runtime.rest;

import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The body of a request, of which one is asked in one of these forms, once it is needed. Belongs to
 * one call; not thread-safe.
 */
final class RequestContent {
  private static final Logger log = LoggerFactory.getLogger(RequestContent.class);

  private final HttpRequest http;
  private byte @Nullable [] bytes;
  private @Nullable InputStream stream;
  private @Nullable FormFields fields;
  private @Nullable RequestLines<?> values;

  RequestContent(HttpRequest http) {
    this.http = http;
  }

  /** All of it. May block. */
  byte[] bytes() {
    byte[] known = bytes;
    if (known == null) {
      try {
        known = http.body();
      } catch (CallException e) {
        throw Problem.contentTooLarge(e);
      } catch (IOException e) {
        throw notWhole(e);
      }
      bytes = known;
    }
    return known;
  }

  /** What is to be read as it comes. */
  InputStream stream() {
    InputStream known = stream;
    if (known == null) {
      try {
        known = http.stream();
      } catch (IOException e) {
        throw notWhole(e);
      }
      stream = known;
    }
    return known;
  }

  /**
   * The values that its lines are, to be read as they come.
   *
   * @param name what a value is called
   * @param decoding makes a value of a line
   */
  <E> RequestLines<E> values(String name, Function<byte[], E> decoding) {
    RequestLines<E> made =
        new RequestLines<>(name, new LineReader(stream(), http.maxBodyBytes()), decoding);
    values = made;
    return made;
  }

  /** The fields of the form in parts that it is. May block. */
  FormFields fields() {
    FormFields known = fields;
    if (known == null) {
      try {
        known = new FormFields(http.parts());
      } catch (IOException e) {
        throw notWhole(e);
      }
      fields = known;
    }
    return known;
  }

  /** Nothing of it is read any more. */
  void close() {
    try {
      if (values != null) {
        values.abandon();
      }
      if (stream != null) {
        stream.close();
      }
      if (fields != null) {
        fields.close();
      }
    } catch (IOException e) {
      log.warn("The files of a form could not be deleted", e);
    }
  }

  private static CallException notWhole(IOException failure) {
    return new CallException(
        Failure.of(StatusCode.CANCELLED, "The body of the request did not arrive whole"), failure);
  }
}
