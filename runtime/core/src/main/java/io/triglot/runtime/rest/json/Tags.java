package io.triglot.runtime.rest.json;

import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of a document say of their types, each in one of its members: its tag. Not
 * thread-safe.
 */
final class Tags {
  private final JsonTokens tokens;
  private final Lookahead lookahead;
  private @Nullable String found;

  /** The member that is the tag of the object that begins next, where it has been read. */
  private @Nullable String next;

  /** The same of the objects that are open, by their depth; null before there is one. */
  private @Nullable String @Nullable [] open;

  Tags(JsonTokens tokens, Lookahead lookahead) {
    this.tokens = tokens;
    this.lookahead = lookahead;
  }

  /** The text of a member of the object at hand; empty where it has none. */
  String find(String property) {
    if (lookahead.isExhausted()) {
      throw Failure.invalid(
              tokens.pathOf(property), "comes late in too many objects; write it first")
          .asException();
    }
    found = tokens.find(lookahead, property);
    return found == null ? "" : found;
  }

  /** The same of what is to be a tag, and no field. */
  String read(String property) {
    String text = find(property);
    next = property;
    return text;
  }

  /** The object at hand is passed over. */
  void skip() {
    next = null;
  }

  /** Whether the tag of the object at hand has been read. */
  boolean isRead() {
    return next != null;
  }

  /** Takes note of an object that begins. */
  void begin() {
    if (next != null && open == null) {
      open = new String[Json.MAX_DEPTH + 1];
    }
    if (open != null) {
      open[tokens.depth()] = next;
      next = null;
    }
  }

  /** Whether a member of the innermost object is its tag. */
  boolean isTag(String member) {
    return open != null && member.equals(open[tokens.depth()]);
  }

  /** Refuses what was found last. */
  CallException unknown(String property, String... known) {
    String expected = "expected " + (known.length > 1 ? "one of " : "") + String.join(", ", known);
    String problem =
        found == null ? "is required; " + expected : expected + ", got " + TextForm.quoted(found);
    return Failure.invalid(tokens.pathOf(property), problem).asException();
  }
}
