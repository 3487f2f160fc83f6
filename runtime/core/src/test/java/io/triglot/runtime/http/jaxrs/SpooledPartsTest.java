package io.triglot.runtime.http.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.triglot.runtime.CallException;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.Upload;
import io.triglot.runtime.http.FormParts.FormPart;
import io.triglot.runtime.http.LimitedBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms in parts that no JAX-RS implementation reads. */
class SpooledPartsTest {
  private static final String END = "--edge--\r\n";
  private static final String LARGE = "0123456789".repeat(20_000);

  @TempDir private Path directory;

  @Test
  void areFieldsAndFilesAndCanBeReadAgain() throws IOException {
    String file =
        "--edge\r\ncontent-type: image/png\r\n"
            + "CONTENT-DISPOSITION: form-data; filename=\"../é.png\"; name=\"b\"\r\n\r\n"
            + LARGE
            + "\r\n";
    try (SpooledParts read = read(part("ä", "\r\n--edg\r\n") + file + part("ä", "") + END)) {
      List<FormPart> parts = read.parts();
      assertThat(parts).extracting(FormPart::name).containsExactly("ä", "b", "ä");
      for (int again = 0; again < 2; again++) {
        assertThat(text(parts.get(0))).isEqualTo("\r\n--edg\r\n");
        assertThat(text(parts.get(1))).isEqualTo(LARGE);
        assertThat(text(parts.get(2))).isEmpty();
      }
      Upload content = parts.get(1).content();
      assertThat(content.mediaType()).isEqualTo("image/png");
      assertThat(content.fileName()).hasValue("é.png");
      assertThat(content.length()).hasValue(LARGE.length());
      assertThat(parts.get(0).content().fileName()).isEmpty();
      assertThat(parts.get(0).content().mediaType()).isEqualTo("application/octet-stream");
    }
  }

  @Test
  void leaveNothingBehind() throws IOException {
    SpooledParts read = read(part("a", LARGE) + part("b", "small") + END);
    assertThat(directory).isDirectoryContaining(file -> file.toFile().length() == LARGE.length());
    assertThat(directory.toFile().list()).hasSize(1);

    read.close();

    assertThat(directory).isEmptyDirectory();
    assertThat(read.parts())
        .allSatisfy(part -> assertThatThrownBy(() -> text(part)).isInstanceOf(IOException.class));
  }

  @Test
  void leaveNothingBehindWhereTheyAreTooLarge() {
    InputStream body = stream(part("a", LARGE) + part("b", LARGE) + END);

    assertThatThrownBy(() -> SpooledParts.read("edge", new LimitedBody(body, 300_000), directory))
        .isInstanceOfSatisfying(
            CallException.class,
            refused -> assertThat(refused.failure().reason()).isEqualTo("CONTENT_TOO_LARGE"));
    assertThat(directory).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "--edge",
        "--edge--\r\n",
        "--edge\r\n",
        "--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ncut",
        "--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\na\r\n--edge",
        "--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\na\r\n--edges\r\n\r\n--edge--",
        "--edge\r\nContent-Disposition: form-data\r\n\r\na\r\n--edge--\r\n",
        "--edge\r\n\r\na\r\n--edge--\r\n"
      })
  void areRefusedWhereTheyAreNone(String body) {
    refuses("edge", stream(body), "The form cannot be read: ");
  }

  @Test
  void areRefusedWithoutABoundary() {
    refuses(null, stream(END), "expected a boundary");
    refuses("", stream(END), "expected a boundary");
    refuses("b".repeat(71), stream(END), "expected a boundary");
  }

  @Test
  void areRefusedBeforeMoreThanAHundredAreRead() throws IOException {
    try (SpooledParts read = read(part("a", "1").repeat(100) + END)) {
      assertThat(read.parts()).hasSize(100);
    }
    InputStream more = stream(part("a", "1").repeat(101));
    refuses("edge", new SequenceInputStream(more, unread()), "more than 100 parts");
  }

  @Test
  void areRefusedBeforeEndlessHeadersAreRead() {
    InputStream head = stream("--edge\r\nX: " + "x".repeat(20_000));
    refuses("edge", new SequenceInputStream(head, unread()), "Header section has more than");
  }

  private void refuses(@Nullable String boundary, InputStream body, String why) {
    assertThatThrownBy(() -> SpooledParts.read(boundary, body, directory))
        .isInstanceOfSatisfying(
            CallException.class,
            refused -> assertThat(refused.failure().code()).isEqualTo(StatusCode.INVALID_ARGUMENT))
        .hasMessageContaining(why);
  }

  private SpooledParts read(String body) throws IOException {
    return SpooledParts.read("edge", stream(body), directory);
  }

  private static String part(String name, String content) {
    return "--edge\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"\r\n\r\n"
        + content
        + "\r\n";
  }

  private static String text(FormPart part) throws IOException {
    try (InputStream content = part.content().stream()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static InputStream unread() {
    return new InputStream() {
      @Override
      public int read() {
        throw new AssertionError("read");
      }
    };
  }
}
