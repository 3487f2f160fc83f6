package io.triglot.processor.backend.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.StatusProto;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Caller;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls of a compiled service over grpc-java, from a client made by protoc's view of it. */
class GrpcCallsTest {
  private static final String SERVICE = "acme.cafe.v1.CafeService/";

  @TempDir static Path directory;
  private static GrpcFixture cafe;

  @BeforeAll
  static void open() {
    Compilation compilation =
        TestCompiler.javac(directory)
            .compile(
                """
                @NullMarked
                package com.acme.cafe;

                import org.jspecify.annotations.NullMarked;
                """,
                """
                package com.acme.cafe;

                import io.triglot.ApiError;
                import io.triglot.runtime.StatusCode;
                import java.util.List;

                @ApiError(StatusCode.FAILED_PRECONDITION)
                public class SoldOut extends RuntimeException {
                  private static final long serialVersionUID = 1;
                  private final int left;

                  public SoldOut(int left) {
                    super("Sold out");
                    this.left = left;
                  }

                  public int left() {
                    return left;
                  }

                  public List<String> fields() {
                    return List.of("quantity");
                  }
                }
                """,
                """
                package com.acme.cafe;

                import io.triglot.ApiOperation;
                import io.triglot.ApiService;
                import io.triglot.runtime.CallContext;
                import io.triglot.runtime.Protocol;
                import jakarta.annotation.security.PermitAll;
                import jakarta.annotation.security.RolesAllowed;
                import java.math.BigDecimal;
                import java.util.List;
                import java.util.Optional;
                import java.util.concurrent.CompletableFuture;
                import java.util.concurrent.CompletionStage;
                import java.util.concurrent.Flow;
                import java.util.concurrent.SubmissionPublisher;
                import org.jspecify.annotations.Nullable;

                @ApiService(protocols = Protocol.GRPC)
                @PermitAll
                public class Cafe {
                  public record Item(String drink, int quantity, BigDecimal price) {}

                  public record Order(List<Item> items) {}

                  @ApiOperation
                  public BigDecimal placeOrder(Order order) {
                    return order.items().stream()
                        .map(item -> item.price().multiply(BigDecimal.valueOf(item.quantity())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                  }

                  @ApiOperation
                  public Optional<Item> findItem(@Nullable String drink) {
                    return Optional.ofNullable(drink)
                        .map(name -> new Item(name, 1, BigDecimal.ONE));
                  }

                  @ApiOperation
                  public void cancelOrder(String id) {
                    throw id.isEmpty() ? new SoldOut(3) : new IllegalStateException("secret");
                  }

                  @ApiOperation
                  @RolesAllowed("waiter")
                  public String sendGreeting(CallContext context, Item item) {
                    return context.requireCaller().name() + " in " + context.protocol();
                  }

                  @ApiOperation
                  public CompletionStage<Integer> countItems(int fail) {
                    return fail == 0
                        ? CompletableFuture.supplyAsync(() -> 42)
                        : CompletableFuture.failedFuture(new SoldOut(fail));
                  }

                  @ApiOperation
                  public Item getBroken() {
                    return new Item("Tea", 1, null);
                  }

                  @ApiOperation
                  public Flow.Publisher<Item> drinks(int count) {
                    return subscriber -> {
                      SubmissionPublisher<Item> publisher = new SubmissionPublisher<>();
                      publisher.subscribe(subscriber);
                      for (int i = 0; i < Math.abs(count); i++) {
                        publisher.submit(new Item("Tea", i, BigDecimal.ONE));
                      }
                      if (count < 0) {
                        publisher.closeExceptionally(new SoldOut(-count));
                      } else {
                        publisher.close();
                      }
                    };
                  }
                }
                """)
            .requireSuccess();
    cafe =
        GrpcFixture.of(
            compilation,
            "com.acme.cafe.Cafe",
            api ->
                api.authenticator(
                    request ->
                        request
                            .header("Authorization")
                            .map(token -> new Caller(token, Set.of(token)))));
  }

  @AfterAll
  static void close() {
    cafe.close();
  }

  @Test
  void passArgumentsAndResults() {
    assertThat(
            cafe.call(
                SERVICE + "PlaceOrder",
                """
                order {
                  items { drink: "Tea" quantity: 2 price: "1.50" }
                  items { drink: "Kaffee" quantity: 1 price: "2.25" }
                }
                """))
        .isEqualTo("result: \"5.25\"");
  }

  @Test
  void tellAbsenceFromEmptyText() {
    assertThat(cafe.call(SERVICE + "FindItem", "")).isEmpty();
    assertThat(cafe.call(SERVICE + "FindItem", "drink: ''"))
        .isEqualTo("result { quantity: 1 price: \"1\" }");
  }

  @Test
  void awaitStages() {
    assertThat(cafe.call(SERVICE + "CountItems", "")).isEqualTo("result: 42");
    StatusRuntimeException failure = failure(() -> cafe.call(SERVICE + "CountItems", "fail: 7"));
    assertThat(failure.getStatus().getCode()).isEqualTo(Code.FAILED_PRECONDITION);
    assertThat(details(failure, ErrorInfo.class).getMetadataMap()).containsEntry("left", "7");
  }

  @Test
  void tellDeclaredErrorsWithTheirDetails() {
    StatusRuntimeException failure = failure(() -> cafe.call(SERVICE + "CancelOrder", ""));
    assertThat(failure.getStatus().getCode()).isEqualTo(Code.FAILED_PRECONDITION);
    assertThat(failure.getStatus().getDescription()).isEqualTo("Sold out");
    assertThat(details(failure, ErrorInfo.class))
        .isEqualTo(
            ErrorInfo.newBuilder()
                .setReason("SOLD_OUT")
                .setDomain("acme.cafe.v1.CafeService")
                .putMetadata("left", "3")
                .putMetadata("fields", "[\"quantity\"]")
                .build());
  }

  @Test
  void keepOtherErrorsToThemselves() {
    StatusRuntimeException failure = failure(() -> cafe.call(SERVICE + "CancelOrder", "id: '1'"));
    assertThat(failure.getStatus().getCode()).isEqualTo(Code.INTERNAL);
    assertThat(failure.getStatus().getDescription()).isEqualTo("Internal error");
    assertThat(details(failure, ErrorInfo.class).getMetadataMap()).containsOnlyKeys("incident");
  }

  @Test
  void takeAResultThatCannotBeWrittenForABug() {
    StatusRuntimeException failure = failure(() -> cafe.call(SERVICE + "GetBroken", ""));
    assertThat(failure.getStatus().getCode()).isEqualTo(Code.INTERNAL);
    assertThat(details(failure, ErrorInfo.class).getMetadataMap()).containsOnlyKeys("incident");
  }

  @Test
  void nameTheFieldThatIsWrong() {
    StatusRuntimeException failure =
        failure(
            () ->
                cafe.call(
                    SERVICE + "PlaceOrder",
                    "order { items { price: '1' } items { price: 'cheap' } }"));
    assertThat(failure.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(failure.getStatus().getDescription())
        .isEqualTo("order.items[1].price: must be a decimal number");
    assertThat(details(failure, BadRequest.class).getFieldViolationsList())
        .containsExactly(
            BadRequest.FieldViolation.newBuilder()
                .setField("order.items[1].price")
                .setDescription("must be a decimal number")
                .build());
    assertThat(failure(() -> cafe.call(SERVICE + "PlaceOrder", "")).getStatus().getDescription())
        .isEqualTo("order: is required");
  }

  @Test
  @DisplayName("15. Errors in a message are INVALID_ARGUMENT with the field's path, not UNKNOWN")
  void refuseWhatIsNoMessage() {
    for (String bytes : new String[] {"00", "0aff", "0b", "08", "0a03080110"}) {
      StatusRuntimeException failure =
          failure(() -> cafe.callWithBytes(SERVICE + "PlaceOrder", HexFormat.of().parseHex(bytes)));
      assertThat(failure.getStatus().getCode()).as(bytes).isEqualTo(Code.INVALID_ARGUMENT);
    }
  }

  @Test
  void authorizeBeforeTheyReadTheRequest() {
    byte[] garbage = {0};
    String rpc = SERVICE + "SendGreeting";
    assertThat(failure(() -> cafe.callWithBytes(rpc, garbage)).getStatus().getCode())
        .isEqualTo(Code.UNAUTHENTICATED);
    GrpcFixture guest = cafe.signedInAs("guest");
    assertThat(failure(() -> guest.callWithBytes(rpc, garbage)).getStatus().getCode())
        .isEqualTo(Code.PERMISSION_DENIED);
    GrpcFixture waiter = cafe.signedInAs("waiter");
    assertThat(failure(() -> waiter.callWithBytes(rpc, garbage)).getStatus().getCode())
        .isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(waiter.call(rpc, "item { price: '1' }")).isEqualTo("result: \"waiter in GRPC\"");
  }

  @Test
  void streamAllElements() {
    assertThat(cafe.stream(SERVICE + "Drinks", "count: 100"))
        .hasSize(100)
        .endsWith("result { drink: \"Tea\" quantity: 99 price: \"1\" }");
    assertThat(cafe.stream(SERVICE + "Drinks", "")).isEmpty();
  }

  @Test
  void endAStreamWithTheErrorOfItsPublisher() {
    StatusRuntimeException failure = failure(() -> cafe.stream(SERVICE + "Drinks", "count: -2"));
    assertThat(failure.getStatus().getCode()).isEqualTo(Code.FAILED_PRECONDITION);
    assertThat(details(failure, ErrorInfo.class).getMetadataMap()).containsEntry("left", "2");
  }

  @Test
  void tellThatTheServiceIsServing() {
    HealthGrpc.HealthBlockingStub health = HealthGrpc.newBlockingStub(cafe.channel());
    assertThat(
            health
                .check(
                    HealthCheckRequest.newBuilder().setService("acme.cafe.v1.CafeService").build())
                .getStatus())
        .isEqualTo(ServingStatus.SERVING);
  }

  private static StatusRuntimeException failure(Runnable call) {
    return catchThrowableOfType(StatusRuntimeException.class, call::run);
  }

  private static <T extends Message> T details(StatusRuntimeException failure, Class<T> type) {
    try {
      for (Any detail : StatusProto.fromThrowable(failure).getDetailsList()) {
        if (detail.is(type)) {
          return detail.unpack(type);
        }
      }
      throw new AssertionError("no " + type);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }
}
