package io.triglot.runtime.rest;

import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.Upload;
import io.triglot.runtime.http.FormParts;
import io.triglot.runtime.http.FormParts.FormPart;
import io.triglot.runtime.http.LimitedBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a form in parts: files, and text that is read when it is asked for. */
final class FormFields {
  private static final int MAX_TEXT_BYTES = 1024 * 1024;

  private final FormParts parts;

  /**
   * The fields of these parts.
   *
   * @throws io.triglot.runtime.CallException where there are too many
   */
  FormFields(FormParts parts) {
    this.parts = parts;
    if (parts.parts().size() > FormParts.MAX_PARTS) {
      throw Failure.of(
              StatusCode.INVALID_ARGUMENT,
              "The form has more than " + FormParts.MAX_PARTS + " parts")
          .asException();
    }
  }

  /** The files of one name, in order. */
  List<Upload> files(String name) {
    return parts.parts().stream()
        .filter(part -> part.name().equals(name))
        .map(FormPart::content)
        .toList();
  }

  /** What is text. */
  TextParameters texts() {
    Set<String> names =
        parts.parts().stream()
            .map(FormPart::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new TextParameters(names, this::texts);
  }

  private @Nullable List<String> texts(String name) {
    List<String> texts = files(name).stream().map(FormFields::text).toList();
    return texts.isEmpty() ? null : texts;
  }

  private static String text(Upload field) {
    try (InputStream content = field.stream()) {
      byte[] bytes = content.readNBytes(MAX_TEXT_BYTES + 1);
      if (bytes.length > MAX_TEXT_BYTES) {
        throw LimitedBody.tooLarge(MAX_TEXT_BYTES);
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes what has been kept. */
  void close() throws IOException {
    parts.close();
  }
}
