package io.triglot.runtime.grpc.sample;

import io.triglot.runtime.grpc.MessageMarshaller;
import io.triglot.runtime.grpc.Scalars;
import io.triglot.runtime.grpc.WireReader;
import io.triglot.runtime.grpc.WireType;
import io.triglot.runtime.grpc.WireWriter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes and reads {@link Line} as the protobuf message {@code sample.v1.Line}. */
public final class LineMarshaller extends MessageMarshaller<Line> {
  /** The one instance. */
  public static final LineMarshaller INSTANCE = new LineMarshaller();

  private static final int PRODUCT_TAG = 1 << 3 | WireType.LEN;
  private static final int QUANTITY_TAG = 2 << 3 | WireType.VARINT;
  private static final int PRICE_TAG = 3 << 3 | WireType.LEN;
  private static final int ALTERNATIVE_TAG = 4 << 3 | WireType.LEN;

  private LineMarshaller() {}

  @Override
  protected void write(WireWriter out, Line message) {
    out.writeOptional(ALTERNATIVE_TAG, message.alternative(), LineMarshaller.INSTANCE);
    out.writeRequired(PRICE_TAG, message.price(), Scalars.BIG_DECIMAL);
    out.writeInt32(QUANTITY_TAG, message.quantity());
    out.writeString(PRODUCT_TAG, message.product());
  }

  @Override
  protected Line read(WireReader in, @Nullable Line previous) {
    String product = "";
    int quantity = 0;
    BigDecimal price = null;
    Line alternative = null;
    if (previous != null) {
      product = previous.product();
      quantity = previous.quantity();
      price = previous.price();
      alternative = previous.alternative();
    }
    while (in.hasNext()) {
      switch (in.readTag()) {
        case PRODUCT_TAG -> product = in.readString();
        case QUANTITY_TAG -> quantity = in.readInt32();
        case PRICE_TAG -> price = in.read(Scalars.BIG_DECIMAL);
        case ALTERNATIVE_TAG -> alternative = in.read(LineMarshaller.INSTANCE, alternative);
        default -> in.skip();
      }
    }
    return new Line(product, quantity, in.required(PRICE_TAG, price), alternative);
  }

  @Override
  protected String fieldName(int number) {
    return switch (number) {
      case 1 -> "product";
      case 2 -> "quantity";
      case 3 -> "price";
      case 4 -> "alternative";
      default -> Integer.toString(number);
    };
  }
}
