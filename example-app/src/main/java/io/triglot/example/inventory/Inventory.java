package io.triglot.example.inventory;

import io.triglot.ApiField;
import io.triglot.ApiOperation;
import io.triglot.runtime.OperationKind;
import io.triglot.runtime.Protocol;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The stock. Everybody may look at it; the shop reserves, on gRPC where it is elsewhere. What is
 * done twice is done once: reservations are known by their ids.
 */
@RolesAllowed("shop")
public interface Inventory {
  /**
   * Tells how much there is of a product; nothing of one that has never come in.
   *
   * @param productId the product
   */
  @ApiOperation("GET /stock/{productId}")
  @PermitAll
  Stock stock(String productId);

  /**
   * Tells each change of a product's stock.
   *
   * @param productId the product
   * @param after the number of the last change that the caller has received; without it, the stream
   *     begins now
   */
  @ApiOperation(value = "GET /stock/{productId}/changes", retryMillis = 2_000)
  @PermitAll
  Flow.Publisher<Stock> stockChanges(
      String productId, @ApiField(eventId = true) @Nullable Long after);

  /**
   * Keeps pieces of a product for somebody. If they are kept already, they are from now on until
   * the end that is given; what is kept for ever remains so.
   *
   * @param reservation which ones
   * @return the stock that is left
   */
  @ApiOperation(kind = OperationKind.MUTATION, protocols = Protocol.GRPC)
  Stock reserve(@Valid Reservation reservation) throws InsufficientStock;

  /**
   * Puts pieces back that are kept for somebody, be it for ever.
   *
   * @param reservationId what they are kept for
   * @return the stock; absent where nothing was put back
   */
  @ApiOperation(kind = OperationKind.MUTATION, protocols = Protocol.GRPC)
  @Nullable Stock release(String reservationId);

  /**
   * Finds reservations.
   *
   * @param reservationIds what pieces are kept for
   * @return those that there are
   */
  @ApiOperation(kind = OperationKind.QUERY, protocols = Protocol.GRPC)
  CompletionStage<List<Reservation>> reservations(List<String> reservationIds);

  /**
   * Puts pieces back that were kept until now.
   *
   * @return the stock of each product of which there are more again
   */
  @ApiOperation(kind = OperationKind.MUTATION, protocols = Protocol.GRPC)
  List<Stock> releaseEnded();

  /**
   * Adds pieces that have come in.
   *
   * @param productId the product
   * @param quantity how many pieces of it
   * @return the stock with them
   */
  @ApiOperation(kind = OperationKind.MUTATION, protocols = Protocol.GRPC)
  Stock addStock(String productId, @Positive int quantity) throws InvalidQuantity;
}
