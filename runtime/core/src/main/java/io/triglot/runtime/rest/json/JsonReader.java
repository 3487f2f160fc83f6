package io.triglot.runtime.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.triglot.runtime.Call;
import io.triglot.runtime.CallException;
import io.triglot.runtime.Clearance;
import io.triglot.runtime.Conversions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document that a caller sent, or that a server answered with. Each method reads the
 * value at hand and refuses any other than it asks for: nothing is converted, and no number is cut.
 *
 * <p>Every refusal is a {@link CallException} with {@code INVALID_ARGUMENT} that names the path of
 * the value, such as {@code order.items[3].price}, and what was expected there. Not thread-safe.
 */
public final class JsonReader extends JsonMemberReader {
  private final Tags tags;
  private String field = "";

  private JsonReader(JsonTokens tokens, Tags tags) {
    super(tokens);
    this.tags = tags;
  }

  /**
   * Reads a value, such as the {@code read} method of a generated codec.
   *
   * @param <T> the Java type of the value
   */
  @FunctionalInterface
  public interface Value<T extends @Nullable Object> {
    /** Reads the value at hand. */
    T read(JsonReader in);
  }

  /** A reader that accepts what the caller of this call may send. */
  public static <T extends @Nullable Object> Value<T> from(Call call, Value<T> reader) {
    Clearance clearance = call.clearance();
    return in -> {
      in.clearance = clearance;
      return reader.read(in);
    };
  }

  /**
   * Reads a whole document. Of what is guarded it may have what everybody may send.
   *
   * @param content the document, in UTF-8
   * @param root what the paths of its values begin with; empty for nothing
   */
  public static <T extends @Nullable Object> T read(byte[] content, String root, Value<T> value) {
    return read(content, root, value, Clearance.ANONYMOUS);
  }

  /**
   * Reads a whole document that a server answered with, which may be newer than we are: fields that
   * we do not know are passed over, those that are missing are null or zero, and what we do not
   * know of enums and hierarchies is null, or left out of its list or map.
   *
   * @throws CallException when it is not what the contract says
   */
  public static <T extends @Nullable Object> T readAnswer(byte[] content, Value<T> value) {
    return read(content, "", value, Clearance.UNLIMITED);
  }

  private static <T extends @Nullable Object> T read(
      byte[] content, String root, Value<T> value, Clearance clearance) {
    try (JsonParser parser = Json.FACTORY.createParser(content)) {
      JsonTokens tokens = new JsonTokens(parser, root);
      if (tokens.next() == null) {
        throw tokens.malformed();
      }
      JsonReader in = new JsonReader(tokens, new Tags(tokens, new Lookahead(content)));
      in.clearance = clearance;
      T result = value.read(in);
      if (tokens.next() != null) {
        throw tokens.malformed();
      }
      return result;
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory failed", e);
    }
  }

  /** Begins an object; {@link #nextField} goes through it. */
  public void beginObject() {
    tokens.expect(JsonToken.START_OBJECT, "an object");
    tags.begin();
  }

  /**
   * Goes on to the value of the next field, or past the end of the object. The {@link #tag} of the
   * object is no field.
   */
  public boolean nextField() {
    while (tokens.next() != JsonToken.END_OBJECT) {
      field = tokens.text();
      boolean isTag = tags.isTag(field);
      tokens.next();
      if (!isTag) {
        return true;
      }
      tokens.skip();
    }
    return false;
  }

  /**
   * What the object at hand says of its type, wherever among its members it does so. What reads the
   * object does not see it.
   *
   * @param property the name of the member that says it
   * @return empty where the object does not say it
   */
  public String tag(String property) {
    tokens.expect(JsonToken.START_OBJECT, "an object");
    return tags.read(property);
  }

  /** What a field of the object at hand says of its type, as {@link #tag}; it stays a field. */
  public String ownTag(String property) {
    tokens.expect(JsonToken.START_OBJECT, "an object");
    return tags.find(property);
  }

  /**
   * Refuses the object at hand, whose tag names none of its types; in an answer, passes over it.
   *
   * @param known what can be named
   * @return null
   */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // as of an unknown constant
  public <T> T unknownTag(String property, String... known) {
    if (!isAnswer()) {
      throw tags.unknown(property, known);
    }
    tags.skip();
    tokens.skip();
    return null;
  }

  /**
   * Makes sure that the object at hand says it is of this type, unless its {@link #tag} has been
   * read.
   *
   * @param names what it may say
   */
  public void expectTag(String property, String... names) {
    if (!tags.isRead() && !List.of(names).contains(tag(property))) {
      throw tags.unknown(property, names[0]);
    }
  }

  /** The name of the field whose value {@link #nextField} came to. */
  public String field() {
    return field;
  }

  /** Passes over the value at hand, whatever it is. */
  public void skip() {
    tokens.skip();
  }

  /** A value, or null where the document says {@code null}. */
  public <T> @Nullable T nullable(Value<T> value) {
    return tokens.is(JsonToken.VALUE_NULL) ? null : value.read(this);
  }

  /** A value, or empty where the document says {@code null}. */
  public <T> Optional<T> optional(Value<T> value) {
    return Optional.ofNullable(nullable(value));
  }

  /**
   * What a conversion makes of a value.
   *
   * @param expectation what the value has to be, such as {@code a Money}
   */
  @SuppressWarnings("NullAway") // only in an answer
  public <S, T> T converted(
      Value<S> value, Function<? super S, ? extends T> conversion, String expectation) {
    S carrier = value.read(this);
    if (carrier == null) {
      return null; // a constant of an enum that we do not know
    }
    try {
      return Conversions.read(carrier, conversion);
    } catch (IllegalArgumentException e) {
      throw tokens.unexpected(expectation);
    }
  }

  /** The elements of an array. */
  public <T extends @Nullable Object> List<T> list(Value<T> element) {
    tokens.expect(JsonToken.START_ARRAY, "an array");
    List<T> elements = new ArrayList<>();
    while (tokens.next() != JsonToken.END_ARRAY) {
      add(element, elements::add);
    }
    return elements;
  }

  /** The distinct elements of an array, in order. */
  public <T extends @Nullable Object> Set<T> set(Value<T> element) {
    return new LinkedHashSet<>(list(element));
  }

  /** The values of an object by name, in order; the last of those that share a name. */
  public <T extends @Nullable Object> Map<String, T> map(Value<T> value) {
    beginObject();
    Map<String, T> values = new LinkedHashMap<>();
    while (nextField()) {
      String name = field();
      add(value, each -> values.put(name, each));
    }
    return values;
  }

  /** The values of an object by what its names say; the last of those that share a name. */
  public <K, T extends @Nullable Object> Map<K, T> map(TextForm<K> keys, Value<T> value) {
    beginObject();
    Map<K, T> values = new LinkedHashMap<>();
    while (nextField()) {
      K key = keys.parse(field());
      if (key == null) {
        String got = ", got " + TextForm.quoted(field());
        throw tokens.invalid("the name: expected " + keys.expectation() + got);
      }
      add(value, each -> values.put(key, each));
    }
    return values;
  }

  /** Leaves out what is null although the document does not say so: a constant that is unknown. */
  private <T extends @Nullable Object> void add(Value<T> element, Consumer<T> values) {
    boolean isNull = tokens.is(JsonToken.VALUE_NULL);
    T value = element.read(this);
    if (value != null || isNull) {
      values.accept(value);
    }
  }

  /** Any value but null, as {@link io.triglot.runtime.JsonValues} has it. */
  public Object json() {
    Object value = anyOrNull();
    if (value == null) {
      throw tokens.unexpected("a value");
    }
    return value;
  }

  /** An object whatever its members are, as {@link io.triglot.runtime.JsonValues} has them. */
  @SuppressWarnings("NullAway") // the members may be null
  public Map<String, @Nullable Object> object() {
    return map(JsonReader::anyOrNull);
  }

  @SuppressWarnings("NullAway") // the elements may be null
  private @Nullable Object anyOrNull() {
    JsonToken token = tokens.current();
    if (token == null) {
      throw tokens.unexpected("a value");
    }
    return switch (token) {
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_OBJECT -> object();
      case START_ARRAY -> list(JsonReader::anyOrNull);
      case VALUE_NUMBER_INT -> tokens.number();
      case VALUE_NUMBER_FLOAT -> decimal();
      default -> string();
    };
  }
}
