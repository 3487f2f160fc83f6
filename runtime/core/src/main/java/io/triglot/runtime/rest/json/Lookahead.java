package io.triglot.runtime.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Looks ahead in a document for a member of an object that may stand anywhere in it. What stands
 * before it is read twice; where such objects lie in one another, more often. Not thread-safe.
 */
final class Lookahead {
  /** How often the document may be read in all, so that a hostile one costs no more. */
  private static final int PASSES = 16;

  private final byte[] content;
  private long left;

  Lookahead(byte[] content) {
    this.content = content;
    this.left = (long) PASSES * content.length;
  }

  /** Whether there has been so much to look through that no more will be. */
  boolean isExhausted() {
    return left <= 0;
  }

  /**
   * The text of a member.
   *
   * @param start where the object begins
   * @return null where it has no such member, or one that is no text
   * @throws IOException when the document is malformed
   */
  @Nullable String find(int start, String name) throws IOException {
    try (JsonParser parser = Json.FACTORY.createParser(content, start, content.length - start)) {
      String found = find(parser, name);
      left -= parser.currentLocation().getByteOffset();
      return found;
    }
  }

  private static @Nullable String find(JsonParser parser, String name) throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = parser.currentName().equals(name);
      JsonToken value = parser.nextToken();
      if (wanted) {
        return value == JsonToken.VALUE_STRING ? parser.getText() : null;
      }
      parser.skipChildren();
    }
    return null;
  }
}
