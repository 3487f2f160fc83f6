package io.triglot.runtime.grpc;

import io.triglot.runtime.JsonValues;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object, as {@link JsonValues} has it, as {@code google.protobuf.Struct}. */
public final class StructMarshaller extends MessageMarshaller<Map<String, @Nullable Object>> {
  /** The one instance. */
  public static final StructMarshaller INSTANCE = new StructMarshaller();

  private static final int FIELDS_TAG = 1 << 3 | WireType.LEN;

  private StructMarshaller() {}

  @Override
  protected void write(WireWriter out, Map<String, @Nullable Object> members) {
    Map<String, Object> present = new LinkedHashMap<>();
    members.forEach(
        (name, value) -> present.put(name, value == null ? ValueMarshaller.NULL : value));
    out.writeMap(FIELDS_TAG, present, Scalars.STRING, ValueMarshaller.NESTED);
  }

  @Override
  protected Map<String, @Nullable Object> read(
      WireReader in, @Nullable Map<String, @Nullable Object> previous) {
    Map<String, Object> present = new LinkedHashMap<>();
    while (in.hasNext()) {
      if (in.readTag() == FIELDS_TAG) {
        in.readEntry(present, Scalars.STRING, ValueMarshaller.NESTED);
      } else {
        in.skip();
      }
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    if (previous != null) {
      members.putAll(previous);
    }
    present.forEach(
        (name, value) -> members.put(name, value == ValueMarshaller.NULL ? null : value));
    return members;
  }

  @Override
  protected String fieldName(int number) {
    return "";
  }
}
