package io.triglot.runtime.grpc.sample;

import io.triglot.runtime.grpc.DurationMarshaller;
import io.triglot.runtime.grpc.MessageMarshaller;
import io.triglot.runtime.grpc.Scalars;
import io.triglot.runtime.grpc.TimestampMarshaller;
import io.triglot.runtime.grpc.WireReader;
import io.triglot.runtime.grpc.WireType;
import io.triglot.runtime.grpc.WireWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes and reads {@link Order} as the protobuf message {@code sample.v1.Order}. */
public final class OrderMarshaller extends MessageMarshaller<Order> {
  /** The one instance. */
  public static final OrderMarshaller INSTANCE = new OrderMarshaller();

  private static final int ID_TAG = 1 << 3 | WireType.LEN;
  private static final int QUANTITY_TAG = 2 << 3 | WireType.VARINT;
  private static final int SERIAL_TAG = 3 << 3 | WireType.VARINT;
  private static final int PAID_TAG = 4 << 3 | WireType.VARINT;
  private static final int WEIGHT_TAG = 5 << 3 | WireType.I64;
  private static final int RATE_TAG = 6 << 3 | WireType.I32;
  private static final int TOKEN_TAG = 7 << 3 | WireType.LEN;
  private static final int STATUS_TAG = 8 << 3 | WireType.VARINT;
  private static final int CREATED_AT_TAG = 9 << 3 | WireType.LEN;
  private static final int NOTE_TAG = 10 << 3 | WireType.LEN;
  private static final int PRIORITY_TAG = 11 << 3 | WireType.VARINT;
  private static final int GIFT_TAG = 12 << 3 | WireType.LEN;
  private static final int LINES_TAG = 13 << 3 | WireType.LEN;
  private static final int TAGS_TAG = 14 << 3 | WireType.LEN;
  private static final int CODES_TAG = 15 << 3 | WireType.LEN;
  private static final int CODES_TAG_UNPACKED = 15 << 3 | WireType.VARINT;
  private static final int HISTORY_TAG = 16 << 3 | WireType.LEN;
  private static final int HISTORY_TAG_UNPACKED = 16 << 3 | WireType.VARINT;
  private static final int COUNTS_TAG = 17 << 3 | WireType.LEN;
  private static final int EXTRAS_TAG = 18 << 3 | WireType.LEN;
  private static final int TIME_TO_LIVE_TAG = 19 << 3 | WireType.LEN;

  private OrderMarshaller() {}

  @Override
  protected void write(WireWriter out, Order message) {
    out.writeOptional(TIME_TO_LIVE_TAG, message.timeToLive(), DurationMarshaller.INSTANCE);
    out.writeMap(EXTRAS_TAG, message.extras(), Scalars.STRING, LineMarshaller.INSTANCE);
    out.writeMap(COUNTS_TAG, message.counts(), Scalars.STRING, Scalars.INT32);
    out.writePacked(HISTORY_TAG, message.history(), StatusNumbering.INSTANCE);
    out.writePacked(CODES_TAG, message.codes(), Scalars.INT32);
    out.writeRepeated(TAGS_TAG, message.tags(), Scalars.STRING);
    out.writeRepeated(LINES_TAG, message.lines(), LineMarshaller.INSTANCE);
    out.writeOptional(GIFT_TAG, message.gift(), LineMarshaller.INSTANCE);
    out.writeOptional(PRIORITY_TAG, message.priority().orElse(null), Scalars.INT32);
    out.writeOptional(NOTE_TAG, message.note(), Scalars.STRING);
    out.writeOptional(CREATED_AT_TAG, message.createdAt(), TimestampMarshaller.INSTANCE);
    out.writeEnum(STATUS_TAG, message.status(), StatusNumbering.INSTANCE);
    out.writeBytes(TOKEN_TAG, message.token());
    out.writeFloat(RATE_TAG, message.rate());
    out.writeDouble(WEIGHT_TAG, message.weight());
    out.writeBool(PAID_TAG, message.paid());
    out.writeInt64(SERIAL_TAG, message.serial());
    out.writeInt32(QUANTITY_TAG, message.quantity());
    out.writeString(ID_TAG, message.id());
  }

  @Override
  protected Order read(WireReader in, @Nullable Order previous) {
    String id = "";
    int quantity = 0;
    long serial = 0;
    boolean paid = false;
    double weight = 0;
    float rate = 0;
    byte[] token = new byte[0];
    Status status = null;
    Instant createdAt = null;
    String note = null;
    Integer priority = null;
    Line gift = null;
    List<Line> lines = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    List<Integer> codes = new ArrayList<>();
    List<Status> history = new ArrayList<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, Line> extras = new LinkedHashMap<>();
    Duration timeToLive = null;
    if (previous != null) {
      id = previous.id();
      quantity = previous.quantity();
      serial = previous.serial();
      paid = previous.paid();
      weight = previous.weight();
      rate = previous.rate();
      token = previous.token();
      status = previous.status();
      createdAt = previous.createdAt();
      note = previous.note();
      priority = previous.priority().orElse(null);
      gift = previous.gift();
      lines.addAll(previous.lines());
      tags.addAll(previous.tags());
      codes.addAll(previous.codes());
      history.addAll(previous.history());
      counts.putAll(previous.counts());
      extras.putAll(previous.extras());
      timeToLive = previous.timeToLive();
    }
    while (in.hasNext()) {
      switch (in.readTag()) {
        case ID_TAG -> id = in.readString();
        case QUANTITY_TAG -> quantity = in.readInt32();
        case SERIAL_TAG -> serial = in.readInt64();
        case PAID_TAG -> paid = in.readBool();
        case WEIGHT_TAG -> weight = in.readDouble();
        case RATE_TAG -> rate = in.readFloat();
        case TOKEN_TAG -> token = in.readBytes();
        case STATUS_TAG -> status = in.readEnum(StatusNumbering.INSTANCE);
        case CREATED_AT_TAG -> createdAt = in.read(TimestampMarshaller.INSTANCE, createdAt);
        case NOTE_TAG -> note = in.readString();
        case PRIORITY_TAG -> priority = in.readInt32();
        case GIFT_TAG -> gift = in.read(LineMarshaller.INSTANCE, gift);
        case LINES_TAG -> in.readElement(lines, LineMarshaller.INSTANCE);
        case TAGS_TAG -> in.readElement(tags, Scalars.STRING);
        case CODES_TAG -> in.readPacked(codes, Scalars.INT32);
        case CODES_TAG_UNPACKED -> in.readElement(codes, Scalars.INT32);
        case HISTORY_TAG -> in.readPacked(history, StatusNumbering.INSTANCE);
        case HISTORY_TAG_UNPACKED -> in.readElement(history, StatusNumbering.INSTANCE);
        case COUNTS_TAG -> in.readEntry(counts, Scalars.STRING, Scalars.INT32);
        case EXTRAS_TAG -> in.readEntry(extras, Scalars.STRING, LineMarshaller.INSTANCE);
        case TIME_TO_LIVE_TAG -> timeToLive = in.read(DurationMarshaller.INSTANCE, timeToLive);
        default -> in.skip();
      }
    }
    return new Order(
        id,
        quantity,
        serial,
        paid,
        weight,
        rate,
        token,
        in.required(STATUS_TAG, status),
        createdAt,
        note,
        Optional.ofNullable(priority),
        gift,
        lines,
        new LinkedHashSet<>(tags),
        codes,
        history,
        counts,
        extras,
        timeToLive);
  }

  @Override
  protected String fieldName(int number) {
    return switch (number) {
      case 1 -> "id";
      case 2 -> "quantity";
      case 3 -> "serial";
      case 4 -> "paid";
      case 5 -> "weight";
      case 6 -> "rate";
      case 7 -> "token";
      case 8 -> "status";
      case 9 -> "createdAt";
      case 10 -> "note";
      case 11 -> "priority";
      case 12 -> "gift";
      case 13 -> "lines";
      case 14 -> "tags";
      case 15 -> "codes";
      case 16 -> "history";
      case 17 -> "counts";
      case 18 -> "extras";
      case 19 -> "timeToLive";
      default -> Integer.toString(number);
    };
  }
}
