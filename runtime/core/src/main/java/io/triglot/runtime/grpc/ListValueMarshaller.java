package io.triglot.runtime.grpc;

import io.triglot.runtime.JsonValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON array, as {@link JsonValues} has it, as {@code google.protobuf.ListValue}. */
final class ListValueMarshaller extends MessageMarshaller<List<@Nullable Object>> {
  static final ListValueMarshaller INSTANCE = new ListValueMarshaller();

  private static final int VALUES_TAG = 1 << 3 | WireType.LEN;

  private ListValueMarshaller() {}

  @Override
  protected void write(WireWriter out, List<@Nullable Object> elements) {
    List<Object> present = new ArrayList<>();
    elements.forEach(element -> present.add(element == null ? ValueMarshaller.NULL : element));
    out.writeRepeated(VALUES_TAG, present, ValueMarshaller.NESTED);
  }

  @Override
  protected List<@Nullable Object> read(WireReader in, @Nullable List<@Nullable Object> previous) {
    List<Object> present = new ArrayList<>();
    while (in.hasNext()) {
      if (in.readTag() == VALUES_TAG) {
        in.readElement(present, ValueMarshaller.NESTED);
      } else {
        in.skip();
      }
    }
    List<@Nullable Object> elements = previous == null ? new ArrayList<>() : previous;
    present.forEach(element -> elements.add(element == ValueMarshaller.NULL ? null : element));
    return elements;
  }

  @Override
  protected String fieldName(int number) {
    return "";
  }
}
