package io.triglot.runtime.http;

import io.triglot.runtime.Upload;
import java.io.Closeable;
import java.util.List;

/**
 * The parts of a form ({@code multipart/form-data}, RFC 7578), as a host has received them: all of
 * them, some perhaps in temporary files. To be closed, which deletes these.
 */
public interface FormParts extends Closeable {
  /** How many parts a form may have, of which each has its price. */
  int MAX_PARTS = 100;

  /** The parts in order; names may repeat. Each can be opened until these parts are closed. */
  List<FormPart> parts();

  /**
   * A part.
   *
   * @param name the name of the field
   * @param content of a file or of a plain field
   */
  record FormPart(String name, Upload content) {}
}
