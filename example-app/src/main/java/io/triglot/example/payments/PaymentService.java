package io.triglot.example.payments;

import io.triglot.ApiBatch;
import io.triglot.ApiOperation;
import io.triglot.example.inventory.InsufficientStock;
import io.triglot.example.orders.Order;
import io.triglot.example.orders.OrderNotFound;
import io.triglot.example.orders.OrderService;
import io.triglot.example.orders.WrongOrderStatus;
import io.triglot.example.provider.Charge;
import io.triglot.example.provider.ChargeNotFound;
import io.triglot.example.provider.ChargeStatus;
import io.triglot.example.provider.WebhookSignature;
import io.triglot.example.store.Database;
import io.triglot.example.store.Lookup;
import io.triglot.runtime.CallContext;
import io.triglot.runtime.OperationKind;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.rest.RestCallException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.HeaderParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Payments of orders. The money is asked of a provider, who tells later by a webhook whether it has
 * come; until then the order is {@code PAYING}. Where a paid order is called off, its payment says
 * so in the same transaction, and the provider is asked until he has given the money back.
 */
@RolesAllowed("**")
public class PaymentService {
  private static final Logger log = LoggerFactory.getLogger(PaymentService.class);

  private final Database database;
  private final OrderService orders;
  private final PaymentProvider provider;

  /** Payments in the shop's database, by this provider. */
  public PaymentService(Database database, OrderService orders, PaymentProvider provider) {
    this.database = database;
    this.orders = orders;
    this.provider = provider;
  }

  /**
   * Pays an order, of which the provider decides in his time. Where he could not be reached, the
   * same call goes on with the payment.
   *
   * @param orderId the order's id
   * @param card stands for the card that pays
   */
  @ApiOperation(value = "POST /orders/{orderId}/pay", accepted = true)
  public Payment payOrder(String orderId, @NotBlank String card, CallContext context)
      throws OrderNotFound, WrongOrderStatus, InsufficientStock, PaymentsUnavailable {
    Payment payment = database.inTransaction(tx -> begin(tx, orderId, context));
    provider.charge(payment, card); // in no transaction, since it may take its time
    return payment;
  }

  /**
   * Tells what has become of a payment.
   *
   * @param paymentId the payment's id
   */
  @ApiOperation
  public Payment payment(String paymentId, CallContext context)
      throws PaymentNotFound, OrderNotFound {
    Payment payment =
        database
            .inTransaction(tx -> new PaymentRepository(tx).find(paymentId))
            .orElseThrow(PaymentNotFound::new);
    orders.order(payment.orderId(), context); // whose it is
    return payment;
  }

  /**
   * Takes note of what the provider has decided on.
   *
   * @param charge what was charged
   * @param signature the provider's, over the body as it was sent
   */
  @ApiOperation(
      value = "POST /webhooks/charges",
      kind = OperationKind.MUTATION,
      protocols = Protocol.REST)
  @PermitAll
  public void chargeDecided(
      Charge charge, @HeaderParam(WebhookSignature.HEADER) String signature, CallContext context)
      throws WrongSignature {
    byte[] body = context.request().rawBody().orElseThrow(WrongSignature::new);
    if (!WebhookSignature.isGood(signature, body, provider.secret(), Instant.now())) {
      throw new WrongSignature();
    }
    boolean paid = charge.status() == ChargeStatus.SUCCEEDED;
    PaymentStatus status = paid ? PaymentStatus.SUCCEEDED : PaymentStatus.FAILED;
    database.doInTransaction(
        tx -> {
          PaymentRepository payments = new PaymentRepository(tx);
          payments
              .find(charge.reference())
              .filter(payment -> payments.change(payment.id(), PaymentStatus.PENDING, status))
              .ifPresent(payment -> orders.endPayment(tx, payment.orderId(), paid));
        });
  }

  /** The attempts to pay the order, the first one first. */
  @ApiBatch
  public Map<Order, List<Payment>> payments(Set<Order> orders) {
    Map<Order, List<Payment>> found =
        Lookup.ofEach(
            database, orders, Order::id, (tx, ids) -> new PaymentRepository(tx).ofOrders(ids));
    orders.forEach(order -> found.putIfAbsent(order, List.of()));
    return found;
  }

  /** Gives back what was paid for orders that were called off; what fails now, the next time. */
  public void giveBack() throws PaymentsUnavailable {
    for (Payment each : database.inTransaction(tx -> new PaymentRepository(tx).refunding())) {
      try {
        provider.refund(each);
      } catch (ChargeNotFound | RestCallException refused) { // which somebody has to look into
        log.warn("The money of payment {} could not be given back", each.id(), refused);
        continue;
      }
      database.doInTransaction(
          tx ->
              new PaymentRepository(tx)
                  .change(each.id(), PaymentStatus.REFUNDING, PaymentStatus.REFUNDED));
    }
  }

  private Payment begin(Handle tx, String orderId, CallContext context) {
    Order order = orders.beginPayment(tx, orderId, context);
    PaymentRepository payments = new PaymentRepository(tx);
    return payments.ofOrders(Set.of(orderId)).getOrDefault(orderId, List.of()).stream()
        .filter(each -> each.status() == PaymentStatus.PENDING)
        .findFirst()
        .orElseGet(
            () -> {
              Payment payment =
                  new Payment(
                      UUID.randomUUID().toString(),
                      orderId,
                      order.totalPrice(),
                      PaymentStatus.PENDING,
                      Database.now());
              payments.insert(payment);
              return payment;
            });
  }
}
