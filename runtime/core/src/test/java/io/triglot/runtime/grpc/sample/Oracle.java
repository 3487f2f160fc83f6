package io.triglot.runtime.grpc.sample;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DurationProto;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import com.google.protobuf.TimestampProto;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What protobuf-java makes of an {@link Order}: what our own reader and writer are judged by. */
public final class Oracle {
  /** {@code sample.v1.Order}. */
  public static final Descriptor ORDER;

  private static final Descriptor LINE;

  static {
    FileDescriptor file = file();
    ORDER = file.findMessageTypeByName("Order");
    LINE = file.findMessageTypeByName("Line");
  }

  private Oracle() {}

  /** The order as protobuf-java writes it. */
  public static byte[] bytes(Order order) {
    return dynamic(order).toByteArray();
  }

  /**
   * The order that protobuf-java reads, under the rules that we add to those of the wire.
   *
   * @throws InvalidProtocolBufferException when the bytes are not an order
   * @throws IllegalArgumentException when they are, but a rule of ours is broken
   */
  public static Order order(byte[] bytes) throws InvalidProtocolBufferException {
    Message message = DynamicMessage.parseFrom(ORDER, bytes);
    Instant createdAt = present(message, "created_at", Oracle::instant);
    Duration timeToLive = present(message, "time_to_live", Oracle::duration);
    return new Order(
        (String) get(message, "id"),
        (int) get(message, "quantity"),
        (long) get(message, "serial"),
        (boolean) get(message, "paid"),
        (double) get(message, "weight"),
        (float) get(message, "rate"),
        ((ByteString) get(message, "token")).toByteArray(),
        status(get(message, "status")),
        createdAt,
        present(message, "note", String.class::cast),
        Optional.ofNullable(present(message, "priority", Integer.class::cast)),
        present(message, "gift", Oracle::line),
        elements(message, "lines", Oracle::line),
        new LinkedHashSet<>(elements(message, "tags", String.class::cast)),
        elements(message, "codes", Integer.class::cast),
        elements(message, "history", Oracle::status),
        entries(message, "counts", Integer.class::cast),
        entries(message, "extras", Oracle::line),
        timeToLive);
  }

  /** Whether a value in these bytes replaces or joins another one, if they can be read at all. */
  public static boolean overwrites(byte[] bytes) {
    try {
      return DynamicMessage.parseFrom(ORDER, bytes).getSerializedSize() < bytes.length;
    } catch (InvalidProtocolBufferException e) {
      return false;
    }
  }

  private static Line line(Object value) {
    Message message = (Message) value;
    return new Line(
        (String) get(message, "product"),
        (int) get(message, "quantity"),
        decimal((String) get(message, "price")),
        present(message, "alternative", Oracle::line));
  }

  private static BigDecimal decimal(String text) {
    BigDecimal number = new BigDecimal(text);
    if (text.length() > 1000 || Math.abs((long) number.scale()) > 100_000) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  private static Status status(Object value) {
    int number = ((EnumValueDescriptor) value).getNumber();
    return Optional.ofNullable(StatusNumbering.INSTANCE.constant(number))
        .orElseThrow(IllegalArgumentException::new);
  }

  private static Instant instant(Object value) {
    Message message = (Message) value;
    long seconds = (long) get(message, "seconds");
    int nanos = (int) get(message, "nanos");
    if (nanos < 0 || nanos > 999_999_999 || seconds < -62135596800L || seconds > 253402300799L) {
      throw new IllegalArgumentException();
    }
    return Instant.ofEpochSecond(seconds, nanos);
  }

  private static Duration duration(Object value) {
    Message message = (Message) value;
    long seconds = (long) get(message, "seconds");
    long nanos = (int) get(message, "nanos");
    if (Math.abs(nanos) > 999_999_999
        || seconds < -315_576_000_000L
        || seconds > 315_576_000_000L
        || Long.signum(seconds) * Long.signum(nanos) < 0) {
      throw new IllegalArgumentException();
    }
    return Duration.ofSeconds(seconds, nanos);
  }

  private static Object get(Message message, String field) {
    return message.getField(message.getDescriptorForType().findFieldByName(field));
  }

  private static <T> @Nullable T present(
      Message message, String field, Function<Object, T> conversion) {
    FieldDescriptor descriptor = message.getDescriptorForType().findFieldByName(field);
    return message.hasField(descriptor) ? conversion.apply(message.getField(descriptor)) : null;
  }

  private static <T> List<T> elements(
      Message message, String field, Function<Object, T> conversion) {
    List<T> elements = new ArrayList<>();
    ((List<?>) get(message, field)).forEach(value -> elements.add(conversion.apply(value)));
    return elements;
  }

  private static <T> Map<String, T> entries(
      Message message, String field, Function<Object, T> conversion) {
    Map<String, T> entries = new LinkedHashMap<>();
    for (Object entry : (List<?>) get(message, field)) {
      entries.put(
          (String) get((Message) entry, "key"), conversion.apply(get((Message) entry, "value")));
    }
    return entries;
  }

  private static DynamicMessage dynamic(Order order) {
    DynamicMessage.Builder message = DynamicMessage.newBuilder(ORDER);
    set(message, "id", order.id());
    set(message, "quantity", order.quantity());
    set(message, "serial", order.serial());
    set(message, "paid", order.paid());
    set(message, "weight", order.weight());
    set(message, "rate", order.rate());
    set(message, "token", ByteString.copyFrom(order.token()));
    set(message, "status", dynamic(order.status()));
    Instant created = order.createdAt();
    if (created != null) {
      long seconds = created.getEpochSecond();
      set(message, "created_at", time(message, "created_at", seconds, created.getNano()));
    }
    set(message, "note", order.note());
    set(message, "priority", order.priority().orElse(null));
    set(message, "gift", dynamic(order.gift()));
    add(message, "lines", order.lines().stream().map(Oracle::dynamic).toList());
    add(message, "tags", order.tags());
    add(message, "codes", order.codes());
    add(message, "history", order.history().stream().map(Oracle::dynamic).toList());
    order.counts().forEach((key, value) -> put(message, "counts", key, value));
    order.extras().forEach((key, value) -> put(message, "extras", key, dynamic(value)));
    Duration ttl = order.timeToLive();
    if (ttl != null) {
      long seconds = ttl.toNanos() / 1_000_000_000;
      int nanos = (int) (ttl.toNanos() % 1_000_000_000);
      set(message, "time_to_live", time(message, "time_to_live", seconds, nanos));
    }
    return message.build();
  }

  private static @Nullable DynamicMessage dynamic(@Nullable Line line) {
    if (line == null) {
      return null;
    }
    DynamicMessage.Builder message = DynamicMessage.newBuilder(LINE);
    set(message, "product", line.product());
    set(message, "quantity", line.quantity());
    set(message, "price", line.price().toString());
    set(message, "alternative", dynamic(line.alternative()));
    return message.build();
  }

  private static EnumValueDescriptor dynamic(Status status) {
    return ORDER
        .findFieldByName("status")
        .getEnumType()
        .findValueByNumber(StatusNumbering.INSTANCE.number(status));
  }

  private static DynamicMessage time(
      DynamicMessage.Builder message, String field, long seconds, int nanos) {
    DynamicMessage.Builder time =
        DynamicMessage.newBuilder(
            message.getDescriptorForType().findFieldByName(field).getMessageType());
    set(time, "seconds", seconds);
    set(time, "nanos", nanos);
    return time.build();
  }

  private static void set(DynamicMessage.Builder message, String field, @Nullable Object value) {
    if (value != null) {
      message.setField(message.getDescriptorForType().findFieldByName(field), value);
    }
  }

  private static void add(DynamicMessage.Builder message, String field, Collection<?> values) {
    FieldDescriptor descriptor = message.getDescriptorForType().findFieldByName(field);
    values.forEach(value -> message.addRepeatedField(descriptor, value));
  }

  private static void put(
      DynamicMessage.Builder message, String field, String key, @Nullable Object value) {
    FieldDescriptor descriptor = message.getDescriptorForType().findFieldByName(field);
    DynamicMessage.Builder entry = DynamicMessage.newBuilder(descriptor.getMessageType());
    entry.setField(descriptor.getMessageType().findFieldByName("key"), key);
    set(entry, "value", value);
    message.addRepeatedField(descriptor, entry.build());
  }

  private static FileDescriptor file() {
    FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder();
    try {
      TextFormat.merge(DESCRIPTOR, file);
      return FileDescriptor.buildFrom(
          file.build(),
          new FileDescriptor[] {TimestampProto.getDescriptor(), DurationProto.getDescriptor()});
    } catch (TextFormat.ParseException | DescriptorValidationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final String DESCRIPTOR =
      """
      name: "sample/v1/order.proto" package: "sample.v1" syntax: "proto3"
      dependency: "google/protobuf/timestamp.proto"
      dependency: "google/protobuf/duration.proto"
      enum_type {
        name: "Status"
        value { name: "STATUS_UNSPECIFIED" number: 0 }
        value { name: "STATUS_PENDING" number: 1 }
        value { name: "STATUS_SHIPPED" number: 2 }
      }
      message_type {
        name: "Line"
        field { name: "product" number: 1 type: TYPE_STRING label: LABEL_OPTIONAL }
        field { name: "quantity" number: 2 type: TYPE_INT32 label: LABEL_OPTIONAL }
        field { name: "price" number: 3 type: TYPE_STRING label: LABEL_OPTIONAL }
        field { name: "alternative" number: 4 type_name: ".sample.v1.Line" label: LABEL_OPTIONAL }
      }
      message_type {
        name: "Order"
        field { name: "id" number: 1 type: TYPE_STRING label: LABEL_OPTIONAL }
        field { name: "quantity" number: 2 type: TYPE_INT32 label: LABEL_OPTIONAL }
        field { name: "serial" number: 3 type: TYPE_INT64 label: LABEL_OPTIONAL }
        field { name: "paid" number: 4 type: TYPE_BOOL label: LABEL_OPTIONAL }
        field { name: "weight" number: 5 type: TYPE_DOUBLE label: LABEL_OPTIONAL }
        field { name: "rate" number: 6 type: TYPE_FLOAT label: LABEL_OPTIONAL }
        field { name: "token" number: 7 type: TYPE_BYTES label: LABEL_OPTIONAL }
        field { name: "status" number: 8 type_name: ".sample.v1.Status" label: LABEL_OPTIONAL }
        field { name: "created_at" number: 9 type_name: ".google.protobuf.Timestamp"
                label: LABEL_OPTIONAL }
        field { name: "note" number: 10 type: TYPE_STRING label: LABEL_OPTIONAL
                proto3_optional: true oneof_index: 0 }
        field { name: "priority" number: 11 type: TYPE_INT32 label: LABEL_OPTIONAL
                proto3_optional: true oneof_index: 1 }
        field { name: "gift" number: 12 type_name: ".sample.v1.Line" label: LABEL_OPTIONAL }
        field { name: "lines" number: 13 type_name: ".sample.v1.Line" label: LABEL_REPEATED }
        field { name: "tags" number: 14 type: TYPE_STRING label: LABEL_REPEATED }
        field { name: "codes" number: 15 type: TYPE_INT32 label: LABEL_REPEATED }
        field { name: "history" number: 16 type_name: ".sample.v1.Status" label: LABEL_REPEATED }
        field { name: "counts" number: 17 type_name: ".sample.v1.Order.CountsEntry"
                label: LABEL_REPEATED }
        field { name: "extras" number: 18 type_name: ".sample.v1.Order.ExtrasEntry"
                label: LABEL_REPEATED }
        field { name: "time_to_live" number: 19 type_name: ".google.protobuf.Duration"
                label: LABEL_OPTIONAL }
        nested_type {
          name: "CountsEntry" options { map_entry: true }
          field { name: "key" number: 1 type: TYPE_STRING label: LABEL_OPTIONAL }
          field { name: "value" number: 2 type: TYPE_INT32 label: LABEL_OPTIONAL }
        }
        nested_type {
          name: "ExtrasEntry" options { map_entry: true }
          field { name: "key" number: 1 type: TYPE_STRING label: LABEL_OPTIONAL }
          field { name: "value" number: 2 type_name: ".sample.v1.Line" label: LABEL_OPTIONAL }
        }
        oneof_decl { name: "_note" }
        oneof_decl { name: "_priority" }
      }
      """;
}
