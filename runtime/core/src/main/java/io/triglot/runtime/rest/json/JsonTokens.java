package io.triglot.runtime.rest.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one JSON document, one at a time, and the refusals that name where in the document
 * they stand. Not thread-safe.
 */
final class JsonTokens {
  private static final String LIMITS =
      Json.MAX_DEPTH + " levels and numbers of " + Json.MAX_DIGITS + " digits,";

  private final JsonParser parser;
  private final String root;
  private @Nullable JsonToken token;

  /**
   * The tokens of a parser, before the first.
   *
   * @param root what paths begin with; empty for nothing
   */
  JsonTokens(JsonParser parser, String root) {
    this.parser = parser;
    this.root = root;
  }

  /** Goes on to the next token; null at the end of the document. */
  @Nullable JsonToken next() {
    try {
      token = parser.nextToken();
      return token;
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** The token at hand; null before the first and after the last. */
  @Nullable JsonToken current() {
    return token;
  }

  boolean is(JsonToken expected) {
    return token == expected;
  }

  boolean isNumber() {
    return token != null && token.isNumeric();
  }

  /** Refuses any other token. */
  void expect(JsonToken expected, String expectation) {
    if (token != expected) {
      throw unexpected(expectation);
    }
  }

  /** How many objects and arrays are open. */
  int depth() {
    return parser.getParsingContext().getNestingDepth();
  }

  /**
   * The text of a member of the object that begins with the token at hand; null where it has no
   * such member, or one that is no text.
   */
  @Nullable String find(Lookahead lookahead, String member) {
    long start = parser.currentTokenLocation().getByteOffset();
    if (start < 0) {
      throw refused("JSON that is not in UTF-8");
    }
    try {
      return lookahead.find((int) start, member);
    } catch (IOException fault) {
      skip(); // comes to the fault, and so knows where it is
      throw malformed(fault);
    }
  }

  /** Passes over the value that begins with the token at hand. */
  void skip() {
    try {
      parser.skipChildren();
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** The token at hand as text. */
  String text() {
    try {
      return parser.getText();
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** A number as the smallest type that holds it: Integer, Long or BigInteger if it is whole. */
  Number number() {
    try {
      return parser.getNumberValue();
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** Whether it is a whole number within these bounds. */
  boolean isWhole(long min, long max) {
    if (token != JsonToken.VALUE_NUMBER_INT) {
      return false;
    }
    try {
      return parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
          && parser.getLongValue() >= min
          && parser.getLongValue() <= max;
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** A whole number that {@link #isWhole is within bounds}. */
  long whole() {
    try {
      return parser.getLongValue();
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** Refuses the value at hand. */
  CallException unexpected(String expectation) {
    return invalid("expected " + expectation + ", got " + found());
  }

  /** Refuses what stands at the path. */
  CallException invalid(String problem) {
    return Failure.invalid(path(), problem).asException();
  }

  /** Refuses the document. */
  CallException malformed() {
    return refused("Malformed JSON");
  }

  /** Where in the document the token at hand stands, such as {@code order.items[3].price}. */
  String path() {
    StringBuilder path = new StringBuilder(root);
    append(path, parser.getParsingContext());
    return path.toString();
  }

  /** Where a member of the object at hand stands, or would stand. */
  String pathOf(String member) {
    String object = path();
    return object.isEmpty() ? member : object + "." + member;
  }

  private String found() {
    return token == null
        ? "nothing"
        : switch (token) {
          case START_OBJECT -> "an object";
          case START_ARRAY -> "an array";
          case VALUE_STRING -> TextForm.quoted(text());
          default -> text();
        };
  }

  private CallException malformed(IOException cause) {
    return cause instanceof StreamConstraintsException
        ? refused("JSON beyond the limits, " + LIMITS)
        : malformed();
  }

  private CallException refused(String problem) {
    JsonLocation location = parser.currentLocation();
    return Failure.invalid(
            "", problem + " at line " + location.getLineNr() + ", column " + location.getColumnNr())
        .asException();
  }

  private static void append(StringBuilder path, JsonStreamContext context) {
    if (context.getParent() != null) {
      append(path, context.getParent());
    }
    if (context.inArray() && context.hasCurrentIndex()) {
      path.append('[').append(context.getCurrentIndex()).append(']');
    } else if (context.inObject() && context.hasCurrentName()) {
      path.append(path.length() == 0 ? "" : ".").append(context.getCurrentName());
    }
  }
}
