package io.triglot.runtime.rest.json;

import io.triglot.runtime.Access;
import io.triglot.runtime.Clearance;
import io.triglot.runtime.Failure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Judges the members of a JSON object: those that must be there, those that not everybody may send,
 * those that nobody knows. Of what a client sends all is judged; of what a server answers nothing,
 * since it may be newer than the client, and may not tell this one everything.
 */
public abstract sealed class JsonMemberReader extends JsonScalarReader permits JsonReader {
  Clearance clearance = Clearance.ANONYMOUS;

  JsonMemberReader(JsonTokens tokens) {
    super(tokens);
  }

  /** Whether the document is the answer of a server, made to the same contract as the reader. */
  @Override
  final boolean isAnswer() {
    return clearance == Clearance.UNLIMITED;
  }

  /**
   * This reader, if who sent the document may send the field at hand, which is guarded.
   *
   * @throws io.triglot.runtime.CallException with {@code PERMISSION_DENIED} or {@code
   *     UNAUTHENTICATED}, and the path
   */
  public JsonReader guarded(Access access) {
    clearance.require(access, tokens.path());
    return (JsonReader) this;
  }

  /**
   * Refuses the field at hand, which the type does not have; in an answer, passes over it.
   *
   * @param known the names of the fields that it has
   */
  public void unknownField(String... known) {
    if (!isAnswer()) {
      String expected =
          known.length == 0 ? "expected no fields" : "expected " + String.join(", ", known);
      throw tokens.invalid("is not a known field; " + expected);
    }
    tokens.skip();
  }

  /**
   * The value of a field that must be there.
   *
   * @param name the name of the field
   * @param value what was read; null where the object has no such field
   * @return in an answer also null
   */
  public <T> T required(String name, @Nullable T value) {
    return present(name, value);
  }

  /** The same of a boolean; in an answer {@code false} where there is none. */
  public boolean required(String name, @Nullable Boolean value) {
    return present(name, orElse(value, false));
  }

  /** The same of a {@code byte}; in an answer zero where there is none. */
  public byte required(String name, @Nullable Byte value) {
    return present(name, orElse(value, (byte) 0));
  }

  /** The same of a {@code short}; in an answer zero where there is none. */
  public short required(String name, @Nullable Short value) {
    return present(name, orElse(value, (short) 0));
  }

  /** The same of an {@code int}; in an answer zero where there is none. */
  public int required(String name, @Nullable Integer value) {
    return present(name, orElse(value, 0));
  }

  /** The same of a {@code long}; in an answer zero where there is none. */
  public long required(String name, @Nullable Long value) {
    return present(name, orElse(value, 0L));
  }

  /** The same of a {@code float}; in an answer zero where there is none. */
  public float required(String name, @Nullable Float value) {
    return present(name, orElse(value, 0f));
  }

  /** The same of a {@code double}; in an answer zero where there is none. */
  public double required(String name, @Nullable Double value) {
    return present(name, orElse(value, 0d));
  }

  /** The same of a {@code char}; in an answer {@code '\0'} where there is none. */
  public char required(String name, @Nullable Character value) {
    return present(name, orElse(value, '\0'));
  }

  private <T> @Nullable T orElse(@Nullable T value, T absent) {
    return isAnswer() ? Objects.requireNonNullElse(value, absent) : value;
  }

  @SuppressWarnings("NullAway") // an answer may lack what the type calls required
  private <T> T present(String name, @Nullable T value) {
    if (value == null && !isAnswer()) {
      throw Failure.invalid(tokens.pathOf(name), "is required").asException();
    }
    return value;
  }
}
