package io.triglot.runtime.grpc;

import static io.triglot.runtime.grpc.Wire.field;
import static io.triglot.runtime.grpc.Wire.hex;
import static io.triglot.runtime.grpc.Wire.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.triglot.runtime.grpc.sample.Order;
import io.triglot.runtime.grpc.sample.OrderMarshaller;
import io.triglot.runtime.grpc.sample.Orders;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Input made to exhaust memory, stack or patience. All of it ends at once, in a path and a reason.
 */
class HostileInputTest {
  private static void assertRefused(String message, byte[]... fields) {
    assertThatThrownBy(() -> OrderMarshaller.INSTANCE.fromBytes(join(fields)))
        .isInstanceOf(WireFormatException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesEveryTruncationOfAMessage() {
    byte[] whole = OrderMarshaller.INSTANCE.toBytes(Orders.full());
    int refused = 0;
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      try {
        Order order = OrderMarshaller.INSTANCE.fromBytes(part);
        assertThat(OrderMarshaller.INSTANCE.toBytes(order)).isEqualTo(part);
      } catch (WireFormatException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(whole.length / 2);
  }

  @Test
  void doesNotAllocateWhatALengthPromises() {
    assertRefused("token: ends too early", hex("3a ffffffff07"));
    assertRefused("id: ends too early", hex("0a ffffffff07"));
    assertRefused("codes: ends too early", hex("7a ffffffff07"));
    assertRefused("lines[0]: ends too early", hex("6a ffffffff07"));
  }

  @Test
  void takesNoMoreMemoryThanSomeTimesTheInput() {
    byte[] groups = new byte[1 << 20];
    Arrays.fill(groups, (byte) 0x7B);
    byte[] codes = new byte[1 << 20]; // 0 in one byte each
    byte[] tags = new byte[1 << 20]; // the empty text in two bytes each
    for (int i = 0; i < tags.length; i += 2) {
      tags[i] = (byte) 0x72;
    }
    for (byte[] input :
        List.of(
            hex("3a ffffffff07"),
            hex("0a ffffffff07"),
            hex("7a ffffffff07"),
            hex("6a ffffffff07"),
            new byte[64 << 20],
            groups,
            field(15, codes),
            tags)) {
      allocatedReading(input); // loads classes
      assertThat(allocatedReading(input))
          .isLessThan(50_000 + 32L * Math.min(input.length, 1 << 20));
    }
  }

  private static long allocatedReading(byte[] input) {
    long before = allocated();
    try {
      OrderMarshaller.INSTANCE.fromBytes(input);
    } catch (WireFormatException expected) {
      // what it costs is the question
    }
    return allocated() - before;
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  @Test
  void refusesZeros() {
    assertThatThrownBy(() -> OrderMarshaller.INSTANCE.fromBytes(new byte[64 << 20]))
        .hasMessage("has a field with the number 0");
  }

  @Test
  void refusesDeepNestingWithoutOverflowingTheStack() {
    byte[] groups = new byte[1 << 20];
    Arrays.fill(groups, (byte) 0x7B); // the beginning of a group, number 15
    assertRefused("deeper than 100", groups);
    byte[] lines = field(4, new byte[0]);
    for (int i = 0; i < 5_000; i++) {
      lines = field(4, lines);
    }
    assertRefused("deeper than 100", field(12, lines));
  }

  @Test
  void refusesAMessageInCountlessPieces() {
    byte[] gift = field(12, field(3, "1".getBytes(StandardCharsets.UTF_8)));
    byte[][] pieces = new byte[1_000][];
    Arrays.fill(pieces, gift);
    assertRefused("gift: comes in more than 100 pieces", pieces);
  }

  @Test
  void refusesNumbersThatTakeForeverToParseOrToAdd() {
    assertRefused("gift.price: must be a decimal", field(12, price("1".repeat(4 << 20))));
    assertRefused("gift.price: must be a decimal", field(12, price("1E+2147483647")));
    assertRefused("gift.price: must be a decimal", field(12, price("1E-2147483647")));
    assertRefused("gift.price: must be a decimal", field(12, price("")));
  }

  @Test
  void keepsPathsShort() {
    byte[] key = "k".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> OrderMarshaller.INSTANCE.fromBytes(field(18, field(1, key))))
        .hasMessage("extras." + "k".repeat(64) + "….price: is required");
    byte[] lines = field(9, new byte[0]);
    for (int i = 0; i < 100; i++) {
      lines = field(4, lines);
    }
    byte[] deep = field(12, lines);
    assertThatThrownBy(() -> OrderMarshaller.INSTANCE.fromBytes(deep))
        .satisfies(e -> assertThat(((WireFormatException) e).path()).hasSize(257));
  }

  private static byte[] price(String text) {
    return field(3, text.getBytes(StandardCharsets.UTF_8));
  }
}
