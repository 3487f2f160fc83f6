package io.triglot.processor.backend.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** The sources of an API that has something of everything that REST can say. */
final class Library {
  private static final String FOLDER = "/rest/library/com/acme/library/";

  private Library() {}

  /** The texts of its files. */
  static String[] sources() {
    return Stream.of(
            "Book",
            "BookInput",
            "BookNotFound",
            "BookOnLoan",
            "BookService",
            "Chapter",
            "CountingPublisher",
            "Genre",
            "Loan",
            "Scalars",
            "package-info")
        .map(Library::source)
        .toArray(String[]::new);
  }

  /** The same with a service whose things change. */
  static String[] withRacks() {
    return Stream.concat(
            Stream.of(sources()),
            Stream.of("Rack", "RackPatch", "RackService").map(Library::source))
        .toArray(String[]::new);
  }

  private static String source(String name) {
    try (InputStream file = Library.class.getResourceAsStream(FOLDER + name + ".java")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
