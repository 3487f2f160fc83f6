package io.triglot.runtime.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.triglot.runtime.grpc.sample.Oracle;
import io.triglot.runtime.grpc.sample.Order;
import io.triglot.runtime.grpc.sample.OrderMarshaller;
import io.triglot.runtime.grpc.sample.Orders;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Our reader and writer against protobuf-java's. {@code -Dtriglot.wire.mutations=1000000} tries
 * more inputs than a build has time for; {@code -Dtriglot.wire.seed} repeats a run.
 */
class DifferentialTest {
  private static final int MUTATIONS = Integer.getInteger("triglot.wire.mutations", 50_000);
  private static final long SEED = Long.getLong("triglot.wire.seed", 20260131L);

  /**
   * What we refuse and protobuf-java does not. We judge every value that is there, the oracle sees
   * only the last one of a field that occurs twice: such inputs cannot be compared.
   */
  private static final List<String> OUR_RULES = List.of("must be", "is required", "of the enum");

  /** In the middle of a buffer, protobuf-java (4.36.2) takes such a one for one of ten bytes. */
  private static final String LONG_VARINT = "varint of more than ten bytes";

  private final Random random = new Random(SEED);
  private final Orders orders = new Orders(random);

  @Test
  void writesTheBytesThatProtobufJavaWrites() {
    assertThat(OrderMarshaller.INSTANCE.toBytes(Orders.full()))
        .isEqualTo(Oracle.bytes(Orders.full()));
    for (int i = 0; i < MUTATIONS / 20; i++) {
      Order order = orders.any();
      assertThat(OrderMarshaller.INSTANCE.toBytes(order)).isEqualTo(Oracle.bytes(order));
    }
  }

  @Test
  void acceptsRefusesAndUnderstandsMutatedInputLikeProtobufJava() {
    int accepted = 0;
    int stricter = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] input = mutated(OrderMarshaller.INSTANCE.toBytes(orders.any()));
      Object expected = expected(input);
      Object actual = actual(input);
      if (actual instanceof WireFormatException refused && incomparable(refused, input)) {
        stricter++;
        continue;
      }
      boolean accepts = expected instanceof String;
      assertThat(accepts ? actual : actual instanceof WireFormatException)
          .as("seed %s, input %s, %s", SEED, HexFormat.of().formatHex(input), actual)
          .isEqualTo(accepts ? expected : true);
      accepted += accepts ? 1 : 0;
    }
    assertThat(accepted).as("inputs accepted").isBetween(MUTATIONS / 10, MUTATIONS * 9 / 10);
    assertThat(stricter).as("inputs not compared").isLessThan(MUTATIONS / 20);
  }

  private static boolean incomparable(WireFormatException refused, byte[] input) {
    return refused.reason().contains(LONG_VARINT)
        || OUR_RULES.stream().anyMatch(refused.reason()::contains) && Oracle.overwrites(input);
  }

  private static Object expected(byte[] input) {
    try {
      return normalized(Oracle.order(input));
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      return e;
    }
  }

  private static Object actual(byte[] input) {
    try {
      return normalized(OrderMarshaller.INSTANCE.fromBytes(input));
    } catch (WireFormatException e) {
      return e;
    }
  }

  /** All values, order and signs of zero included. */
  private static String normalized(Order order) {
    return HexFormat.of().formatHex(OrderMarshaller.INSTANCE.toBytes(order));
  }

  private byte[] mutated(byte[] bytes) {
    byte[] result = bytes;
    for (int left = random.nextInt(3); left >= 0; left--) {
      result = mutatedOnce(result);
    }
    return result;
  }

  private byte[] mutatedOnce(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int to = at + random.nextInt(bytes.length - at + 1);
    return switch (random.nextInt(6)) {
      case 0 -> join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
      case 1 -> join(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
      case 2 -> join(bytes, OrderMarshaller.INSTANCE.toBytes(orders.any()));
      case 3 -> join(unknownField(), bytes);
      default -> withAnotherByte(bytes);
    };
  }

  private byte[] withAnotherByte(byte[] bytes) {
    byte[] changed = bytes.clone();
    if (changed.length > 0) {
      byte[] interesting = {0, 1, (byte) 0x80, -1, (byte) random.nextInt()};
      changed[random.nextInt(changed.length)] = interesting[random.nextInt(interesting.length)];
    }
    return changed;
  }

  /**
   * A field that the message does not have, or has with another wire type; a group now and then.
   */
  private byte[] unknownField() {
    int number = 1 + random.nextInt(24);
    WireWriter out = new WireWriter();
    switch (random.nextInt(4)) {
      case 0 -> out.writeInt64(WireType.tag(number, WireType.VARINT), random.nextLong());
      case 1 -> out.writeDouble(WireType.tag(number, WireType.I64), random.nextDouble());
      case 2 -> out.writeFloat(WireType.tag(number, WireType.I32), random.nextFloat());
      default -> {
        out.varint32(WireType.tag(number, WireType.EGROUP));
        out.writeInt32(WireType.tag(number, WireType.VARINT), random.nextInt());
        out.varint32(WireType.tag(number, WireType.SGROUP));
      }
    }
    return out.toByteArray();
  }

  private static byte[] join(byte[] head, byte[] tail) {
    byte[] joined = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, joined, head.length, tail.length);
    return joined;
  }
}
