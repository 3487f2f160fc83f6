package io.triglot.example.payments;

import io.triglot.example.provider.Charge;
import io.triglot.example.provider.ChargeServiceRestClient;
import io.triglot.example.provider.CreateChargeInput;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.rest.RestCallException;
import io.triglot.runtime.rest.RestChannel;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The way to the provider, once it is known where it is. Thread-safe. */
public final class PaymentProvider {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** What may be over when one tries again; anything else is a bug. */
  private static final Set<StatusCode> OUTAGES =
      EnumSet.of(StatusCode.UNAVAILABLE, StatusCode.DEADLINE_EXCEEDED);

  private final String secret;
  private final AtomicReference<@Nullable ChargeServiceRestClient> charges =
      new AtomicReference<>();

  /**
   * A provider that cannot be reached yet.
   *
   * @param secret the key of its API, and the one of its signatures
   */
  public PaymentProvider(String secret) {
    this.secret = secret;
  }

  /** Says where it is. */
  public void at(URI uri) {
    charges.set(
        ChargeServiceRestClient.of(
            RestChannel.builder(uri)
                .timeout(PATIENCE)
                .retries(2)
                .idempotencyKeys()
                .interceptor((operation, request) -> request.setHeader("X-API-Key", secret))
                .build()));
  }

  String secret() {
    return secret;
  }

  /** Asks for the money of a payment; as often as one likes, since it is asked for once. */
  void charge(Payment payment, String card) throws PaymentsUnavailable {
    ask(each -> each.createCharge(new CreateChargeInput(payment.id(), payment.amount(), card)));
  }

  /** Has the money of a payment given back; that, too, as often as one likes. */
  void refund(Payment payment) throws PaymentsUnavailable {
    ask(each -> each.refundCharge(payment.id()));
  }

  /** What it has of some payments; it has none of those that it was not asked for. */
  public CompletionStage<List<Charge>> charges(List<String> paymentIds) throws PaymentsUnavailable {
    return client().charges(paymentIds);
  }

  private void ask(Consumer<ChargeServiceRestClient> call) throws PaymentsUnavailable {
    try {
      call.accept(client());
    } catch (RestCallException refused) {
      throw OUTAGES.contains(refused.failure().code()) ? new PaymentsUnavailable() : refused;
    }
  }

  private ChargeServiceRestClient client() throws PaymentsUnavailable {
    ChargeServiceRestClient client = charges.get();
    if (client == null) {
      throw new PaymentsUnavailable();
    }
    return client;
  }
}
