package io.triglot.processor.backend.grpc;

/** Sources with every construct that the back end knows. */
final class Everything {
  static final String PACKAGE =
      """
      @NullMarked
      package com.acme.shop;

      import org.jspecify.annotations.NullMarked;
      """;

  static final String PRODUCT =
      """
      package com.acme.shop;

      import com.acme.money.Money;
      import io.triglot.ApiField;
      import java.math.BigDecimal;
      import java.math.BigInteger;
      import java.time.Duration;
      import java.time.Instant;
      import java.time.LocalDate;
      import java.util.Collection;
      import java.util.List;
      import java.util.Map;
      import java.util.Optional;
      import java.util.Set;
      import java.util.UUID;
      import org.jspecify.annotations.Nullable;

      /**
       * A thing that the shop sells.
       *
       * @param id what the shop calls it
       * @param price in euros
       */
      public record Product(
          String id,
          boolean sold,
          byte tiny,
          short small,
          int stock,
          long serial,
          float rate,
          double weight,
          char letter,
          byte[] image,
          BigDecimal price,
          BigInteger huge,
          UUID uuid,
          Instant createdAt,
          Duration timeToLive,
          LocalDate day,
          Size size,
          @Nullable String note,
          Optional<Integer> rank,
          @Nullable Instant soldAt,
          @Nullable Size oldSize,
          Optional<Product> parent,
          List<String> names,
          Set<Long> codes,
          Collection<Size> sizes,
          List<Product> parts,
          Optional<List<BigDecimal>> prices,
          List<Duration> delays,
          Map<String, Integer> counts,
          Map<String, Product> variants,
          Map<String, Size> sizesByName,
          Map<String, Instant> times,
          @ApiField(number = 100) Integer boxed,
          @ApiField(name = "HTMLText") String html,
          String old,
          Optional<byte[]> raw,
          Money money,
          Box in,
          Box out,
          Box message,
          Wrapping wrapping,
          @Nullable Wrapping outer,
          List<Wrapping> wrappings,
          Map<String, Wrapping> wrappingsByName) {
        /** How big it is. */
        public enum Size {
          SMALL,
          /** Too big for a letter. */
          LARGE,
          @Deprecated
          GIANT
        }
      }
      """;

  static final String BOX =
      """
      package com.acme.shop;

      import java.util.ArrayList;
      import java.util.List;
      import org.jspecify.annotations.Nullable;

      public class Box {
        private boolean fragile;
        private @Nullable Product content;
        private List<Box> boxes = new ArrayList<>();
        private Color color = Color.UNSPECIFIED;

        public boolean isFragile() {
          return fragile;
        }

        public void setFragile(boolean fragile) {
          this.fragile = fragile;
        }

        public @Nullable Product getContent() {
          return content;
        }

        public void setContent(@Nullable Product content) {
          this.content = content;
        }

        public List<Box> getBoxes() {
          return boxes;
        }

        public void setBoxes(List<Box> boxes) {
          this.boxes = boxes;
        }

        public Color getColor() {
          return color;
        }

        public void setColor(Color color) {
          this.color = color;
        }

        public enum Color {
          RED,
          UNSPECIFIED,
          BLUE
        }
      }
      """;

  static final String WRAPPING =
      """
      package com.acme.shop;

      import com.acme.money.Money;
      import io.triglot.ApiType;
      import java.util.List;
      import org.jspecify.annotations.Nullable;

      /** What a product comes in. */
      public sealed interface Wrapping {
        /** Sheets of it. */
        record Paper(String color, List<Integer> sheets, Money money) implements Wrapping {}

        @Deprecated
        @ApiType(number = 17)
        record Crate(Box box, @Nullable Wrapping inner) implements Wrapping {}

        record Kind() implements Wrapping {}
      }
      """;

  static final String MONEY =
      """
      package com.acme.money;

      public record Money(String currency, long cents) {}
      """;

  static final String SERVICE =
      """
      package com.acme.shop;

      import io.triglot.ApiOperation;
      import io.triglot.ApiService;
      import io.triglot.runtime.CallContext;
      import io.triglot.runtime.OperationKind;
      import io.triglot.runtime.Protocol;
      import java.util.List;
      import java.util.Optional;
      import java.util.concurrent.CompletableFuture;
      import java.util.concurrent.CompletionStage;
      import java.util.concurrent.Flow;

      /** Sells things. */
      @ApiService(protocols = Protocol.GRPC)
      public class Shop {
        /** Gives back what it is given. */
        @ApiOperation(kind = OperationKind.QUERY)
        public Product echo(CallContext context, Product product) {
          return product;
        }

        @ApiOperation
        public Optional<Box> findBox(boolean there) {
          return there ? Optional.of(new Box()) : Optional.empty();
        }

        @Deprecated
        @ApiOperation
        public CompletionStage<List<String>> listNames(List<String> names) {
          return CompletableFuture.completedFuture(names);
        }

        @ApiOperation
        public void deleteProduct(String hashCode, int service, int call, int request) {}

        @ApiOperation
        public Box replaceBox(ReplaceBoxRequest replacement) {
          return replacement.box();
        }

        @ApiOperation
        public Flow.Publisher<Product> productChanges() {
          throw new UnsupportedOperationException();
        }

        public record ReplaceBoxRequest(Box box) {}
      }
      """;

  private Everything() {}

  static String[] sources() {
    return new String[] {PACKAGE, PRODUCT, BOX, WRAPPING, MONEY, SERVICE};
  }
}
