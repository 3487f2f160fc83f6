package io.triglot.benchmarks.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.triglot.runtime.grpc.MessageMarshaller;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Messages: straight from records, and by way of protoc's classes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class MessageBenchmark {
  /** Which message. */
  @Param({"big", "international", "small"})
  public String data = "big";

  private Case<?, ?> measured = small();

  /** Prepares the message. */
  @Setup
  public void prepare() {
    measured =
        switch (data) {
          case "big" -> big(false);
          case "international" -> big(true);
          default -> small();
        };
  }

  /** Record to bytes. */
  @Benchmark
  public byte[] encodeDirect() {
    return measured.encodeDirect();
  }

  /** Record to message to bytes. */
  @Benchmark
  public byte[] encodeMapped() {
    return measured.encodeMapped();
  }

  /** Message to bytes, the message being there already. */
  @Benchmark
  public byte[] encodePrebuilt() {
    return measured.fresh().toByteArray();
  }

  /** Bytes to record. */
  @Benchmark
  public Object decodeDirect() {
    return measured.decodeDirect(measured.bytes);
  }

  /** Bytes to message to record. */
  @Benchmark
  public Object decodeMapped() {
    return measured.decodeMapped(measured.bytes);
  }

  /** Record to bytes to record. */
  @Benchmark
  public Object roundTripDirect() {
    return measured.decodeDirect(measured.encodeDirect());
  }

  /** The same by way of messages. */
  @Benchmark
  public Object roundTripMapped() {
    return measured.decodeMapped(measured.encodeMapped());
  }

  private static Case<?, ?> big(boolean international) {
    return new Case<>(
        Samples.order(international),
        OrderMarshaller.INSTANCE,
        Mapping::toMessage,
        Mapping::toRecord,
        io.triglot.benchmarks.grpc.proto.Order.parser());
  }

  private static Case<?, ?> small() {
    return new Case<>(
        Samples.stock(),
        StockMarshaller.INSTANCE,
        Mapping::toMessage,
        Mapping::toRecord,
        io.triglot.benchmarks.grpc.proto.Stock.parser());
  }

  /** A record with the two ways to and from its bytes. */
  private static final class Case<R, M extends MessageLite> {
    private final R value;
    private final MessageMarshaller<R> marshaller;
    private final Function<R, M> toMessage;
    private final Function<M, R> toRecord;
    private final Parser<M> parser;
    private final byte[] bytes;

    /** Prebuilt messages in turn, since one remembers the size that it computed. */
    private final MessageLite[] prebuilt = new MessageLite[1 << 10];

    private int next;

    Case(
        R value,
        MessageMarshaller<R> marshaller,
        Function<R, M> toMessage,
        Function<M, R> toRecord,
        Parser<M> parser) {
      this.value = value;
      this.marshaller = marshaller;
      this.toMessage = toMessage;
      this.toRecord = toRecord;
      this.parser = parser;
      bytes = marshaller.toBytes(value);
      if (!Arrays.equals(bytes, toMessage.apply(value).toByteArray())) {
        throw new IllegalStateException("the two ways differ");
      }
      for (int i = 0; i < prebuilt.length; i++) {
        prebuilt[i] = toMessage.apply(value);
      }
    }

    byte[] encodeDirect() {
      return marshaller.toBytes(value);
    }

    byte[] encodeMapped() {
      return toMessage.apply(value).toByteArray();
    }

    MessageLite fresh() {
      next = (next + 1) & (prebuilt.length - 1);
      return prebuilt[next];
    }

    Object decodeDirect(byte[] encoded) {
      return marshaller.fromBytes(encoded);
    }

    Object decodeMapped(byte[] encoded) {
      try {
        return toRecord.apply(parser.parseFrom(encoded));
      } catch (InvalidProtocolBufferException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
