package io.triglot.runtime.grpc;

import io.triglot.runtime.GivenValue;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The {@code google.protobuf.FieldMask} of a message that says what is to change: the names of
 * fields of that same message, or {@code *} for all of them. Where there is a mask it tells what
 * changes, and a named field without a value becomes null; where there is none, the fields that
 * have values do. Immutable and thread-safe.
 *
 * @see <a href="https://google.aip.dev/134">AIP-134, Update</a>
 */
public final class UpdateMask extends MessageMarshaller<Set<String>> {
  private static final int PATHS_TAG = 1 << 3 | WireType.LEN;
  private static final String ALL = "*";

  private final List<String> fields;

  private UpdateMask(List<String> fields) {
    this.fields = fields;
  }

  /** The mask of a message in which these fields can change. */
  public static UpdateMask of(String... fields) {
    return new UpdateMask(List.of(fields));
  }

  /**
   * The fields that are given, for a request that says so.
   *
   * @param values what is said of each field of the mask, in their order
   * @return null where none is given
   */
  public @Nullable Set<String> given(GivenValue<?>... values) {
    Set<String> given = new LinkedHashSet<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i].isPresent()) {
        given.add(fields.get(i));
      }
    }
    return given.isEmpty() ? null : given;
  }

  /**
   * Whether a field is to change.
   *
   * @param mask what was read; null where there is no mask
   * @param value what the message has in the field
   */
  public static boolean has(@Nullable Set<String> mask, String field, @Nullable Object value) {
    if (mask != null) {
      return mask.contains(field) || mask.contains(ALL);
    }
    if (value instanceof Collection<?> elements) {
      return !elements.isEmpty();
    }
    return value instanceof Map<?, ?> map ? !map.isEmpty() : value != null;
  }

  @Override
  protected void write(WireWriter out, Set<String> paths) {
    out.writeRepeated(PATHS_TAG, paths, Scalars.STRING);
  }

  @Override
  protected Set<String> read(WireReader in, @Nullable Set<String> previous) {
    Set<String> paths = new LinkedHashSet<>();
    if (previous != null) {
      paths.addAll(previous);
    }
    while (in.hasNext()) {
      if (in.readTag() == PATHS_TAG) {
        paths.add(known(in.readString()));
      } else {
        in.skip();
      }
    }
    return paths;
  }

  private String known(String path) {
    if (!fields.contains(path) && !path.equals(ALL)) {
      throw new WireFormatException(
          "must name what can change (" + String.join(", ", fields) + "), but names " + path);
    }
    return path;
  }

  @Override
  protected String fieldName(int number) {
    return "";
  }
}
