package io.triglot.runtime.rest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.filter.FilteringGeneratorDelegate;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.core.filter.TokenFilter.Inclusion;
import com.fasterxml.jackson.core.filter.TokenFilterContext;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.triglot.runtime.Access;
import io.triglot.runtime.Call;
import io.triglot.runtime.Clearance;
import io.triglot.runtime.JsonValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON document, in UTF-8, without blanks.
 *
 * <p>A null where none may be is a bug of the service, not of its caller: it is refused with an
 * {@link IllegalStateException} that names the place. Not thread-safe.
 */
public final class JsonWriter extends JsonScalarWriter {
  private @Nullable String tagProperty;
  private String tag = "";
  private Clearance clearance = Clearance.ANONYMOUS;
  private @Nullable OpenObjects expanded;

  /** What leaves out what the caller has not asked for; null where all is written. */
  private final @Nullable FilteringGeneratorDelegate selection;

  private JsonWriter(JsonGenerator out) {
    super(out);
    selection = null;
  }

  private JsonWriter(FilteringGeneratorDelegate out) {
    super(out);
    selection = out;
  }

  /**
   * Writes a value, such as the {@code write} method of a generated codec.
   *
   * @param <T> the Java type of the value
   */
  @FunctionalInterface
  public interface Value<T extends @Nullable Object> {
    /** Writes the value. */
    void write(JsonWriter out, T value) throws IOException;
  }

  /** A writer that writes what the caller of this call may receive. */
  public static <T extends @Nullable Object> Value<T> to(Call call, Value<T> writer) {
    Clearance clearance = call.clearance();
    return (out, value) -> {
      out.clearance = clearance;
      writer.write(out, value);
    };
  }

  /** A whole document. Of what is guarded it has what everybody may receive. */
  public static <T extends @Nullable Object> byte[] write(T value, Value<T> writer) {
    BufferRecycler buffers = Json.FACTORY._getBufferRecycler();
    try (ByteArrayBuilder bytes = new ByteArrayBuilder(buffers)) {
      try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
        writer.write(new JsonWriter(out), value);
      }
      return bytes.getClearAndRelease();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    } finally {
      buffers.releaseToPool();
    }
  }

  /**
   * A whole document that a client sends: with all that it has, what only clients send included.
   */
  public static <T extends @Nullable Object> byte[] writeRequest(T value, Value<T> writer) {
    return write(
        value,
        (out, each) -> {
          out.clearance = Clearance.UNLIMITED;
          writer.write(out, each);
        });
  }

  /** A writer of the next value that leaves out what a filter does not include. */
  JsonWriter selecting(TokenFilter filter) {
    JsonWriter selecting =
        new JsonWriter(
            new FilteringGeneratorDelegate(out, filter, Inclusion.INCLUDE_ALL_AND_PATH, true));
    selecting.clearance = clearance;
    selecting.tag = tag;
    selecting.tagProperty = tagProperty;
    selecting.expanded = expanded;
    return selecting;
  }

  /** Writes a value whose objects get these members. */
  <T extends @Nullable Object> void expanding(
      Map<Object, Map<String, Expansion.Added>> added, Value<T> writer, T value)
      throws IOException {
    expanded = new OpenObjects(added);
    writer.write(this, value);
    expanded = null;
  }

  /** Whether a client writes the document: then it has what only clients send. */
  public boolean isRequest() {
    return clearance == Clearance.UNLIMITED;
  }

  /**
   * Begins an object.
   *
   * @param value what it stands for, which must not be null
   */
  public void beginObject(Object value) throws IOException {
    required(value);
    out.writeStartObject();
    if (expanded != null) {
      expanded.begin(value);
    }
    if (tagProperty != null) {
      out.writeStringField(tagProperty, tag);
      tagProperty = null;
    }
  }

  /**
   * Says of which type the object is that begins next. Where it has been said of the object, it is
   * not said again.
   *
   * @param property the name of the member that says it, before the fields
   */
  public JsonWriter tag(String property, String tag) {
    if (tagProperty == null) {
      this.tagProperty = property;
      this.tag = tag;
    }
    return this;
  }

  /** What to throw for a value that is of none of the types that its own declares. */
  public IllegalStateException unknownType(Object value) {
    return new IllegalStateException(
        value.getClass().getName()
            + " at "
            + place()
            + " of a JSON document, which is none of the types that can stand there");
  }

  /** Ends the object. */
  public void endObject() throws IOException {
    if (expanded != null) {
      expanded.end(this);
    }
    out.writeEndObject();
  }

  /** Whether a field of the object is written; else what it is need not be known. */
  public boolean selects(String name) {
    if (selection == null) {
      return true;
    }
    TokenFilter members = ((TokenFilterContext) selection.getFilterContext()).getFilter();
    return members == TokenFilter.INCLUDE_ALL
        || members != null && members.includeProperty(name) != null;
  }

  /** Whether who receives the document may receive a field that is guarded by this. */
  public boolean admits(Access access) {
    return clearance.admits(access);
  }

  /** Names the field whose value comes next. */
  public JsonWriter name(String name) throws IOException {
    out.writeFieldName(name);
    return this;
  }

  /** A value that has a writer of its own. */
  public <T> void value(T value, Value<T> writer) throws IOException {
    writer.write(this, required(value));
  }

  /** A value, or {@code null}. */
  public <T> void nullable(@Nullable T value, Value<T> writer) throws IOException {
    if (value == null) {
      out.writeNull();
    } else {
      writer.write(this, value);
    }
  }

  /** A value, or {@code null} where it is empty. */
  @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // the user's own type
  public <T> void optional(Optional<T> value, Value<T> writer) throws IOException {
    nullable(required(value).orElse(null), writer);
  }

  /** An array. */
  public <T extends @Nullable Object> void list(Iterable<T> values, Value<T> element)
      throws IOException {
    out.writeStartArray();
    for (T value : required(values)) {
      element.write(this, value);
    }
    out.writeEndArray();
  }

  /** An object with a field for each entry, named by the text of its key. */
  public <K, T extends @Nullable Object> void map(
      Map<K, T> values, TextForm<K> keys, Value<T> element) throws IOException {
    out.writeStartObject();
    for (Map.Entry<K, T> entry : required(values).entrySet()) {
      out.writeFieldName(keys.format(required(entry.getKey())));
      element.write(this, entry.getValue());
    }
    out.writeEndObject();
  }

  /** An object with a field for each entry. */
  public <T extends @Nullable Object> void map(Map<String, T> values, Value<T> element)
      throws IOException {
    out.writeStartObject();
    for (Map.Entry<String, T> entry : required(values).entrySet()) {
      out.writeFieldName(required(entry.getKey()));
      element.write(this, entry.getValue());
    }
    out.writeEndObject();
  }

  /** A value that can be any in JSON. */
  public void json(@Nullable Object value) throws IOException {
    any(JsonValues.of(value));
  }

  /** An object whose members can be anything. */
  public void object(Map<String, ?> members) throws IOException {
    any(JsonValues.ofMap(required(members)));
  }

  /** A value of no declared type: null, text, a number, a boolean, or a list or map of these. */
  public void any(@Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        name(String.valueOf(entry.getKey())).any(entry.getValue());
      }
      out.writeEndObject();
    } else if (value instanceof Iterable<?> elements) {
      out.writeStartArray();
      for (Object element : elements) {
        any(element);
      }
      out.writeEndArray();
    } else if (value instanceof Number number) {
      number(number);
    } else if (value instanceof Boolean bool) {
      out.writeBoolean(bool);
    } else if (value == null) {
      out.writeNull();
    } else {
      out.writeString(value.toString());
    }
  }

  private void number(Number value) throws IOException {
    if (value instanceof BigDecimal decimal) {
      out.writeNumber(decimal);
    } else if (value instanceof Double) {
      out.writeNumber(value.doubleValue());
    } else if (value instanceof Float) {
      out.writeNumber(value.floatValue());
    } else {
      out.writeNumber(new BigInteger(value.toString()));
    }
  }
}
