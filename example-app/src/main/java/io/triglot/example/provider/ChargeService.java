package io.triglot.example.provider;

import io.triglot.ApiOperation;
import io.triglot.ApiService;
import io.triglot.runtime.Protocol;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Charges. What has become of one is told to its merchant by a webhook. */
@ApiService(path = "/v1")
@RolesAllowed("merchant")
public class ChargeService {
  private final Map<String, Charge> byReference = new ConcurrentHashMap<>();
  private final Map<String, Charge> charges = new ConcurrentHashMap<>();
  private final Consumer<Charge> decided;

  /**
   * No charges yet.
   *
   * @param decided is told of each charge that has succeeded or failed; must not block
   */
  public ChargeService(Consumer<Charge> decided) {
    this.decided = decided;
  }

  /**
   * Asks a bank for money, once for each reference.
   *
   * @param input whose, and how much
   */
  @ApiOperation(protocols = Protocol.REST)
  public Charge createCharge(@Valid CreateChargeInput input) {
    String id = UUID.randomUUID().toString();
    Charge asked = new Charge(id, input.reference(), input.amount(), ChargeStatus.PENDING);
    Charge known = byReference.putIfAbsent(input.reference(), asked);
    if (known != null) {
      return known;
    }
    boolean refused = input.card().startsWith("declined");
    Charge decision = asked.with(refused ? ChargeStatus.FAILED : ChargeStatus.SUCCEEDED);
    charges.put(id, decision);
    byReference.put(input.reference(), decision);
    decided.accept(decision);
    return asked;
  }

  /**
   * Gives the money of a charge back, once.
   *
   * @param reference what the merchant calls it
   * @return the charge, of which nothing is given back if the bank has refused it
   */
  @ApiOperation(value = "POST /charges/{reference}/refund", protocols = Protocol.REST)
  public Charge refundCharge(String reference) throws ChargeNotFound {
    Charge charge =
        byReference.computeIfPresent(
            reference,
            (key, known) ->
                known.status() == ChargeStatus.FAILED ? known : known.with(ChargeStatus.REFUNDED));
    if (charge == null) {
      throw new ChargeNotFound();
    }
    charges.put(charge.id(), charge);
    return charge;
  }

  /**
   * Finds charges by what the merchant calls them.
   *
   * @param reference what he calls them
   * @return those that there are
   */
  @ApiOperation(protocols = Protocol.REST)
  public CompletionStage<List<Charge>> charges(List<String> reference) {
    return CompletableFuture.completedStage(
        reference.stream().map(byReference::get).filter(Objects::nonNull).toList());
  }

  /**
   * Finds a charge.
   *
   * @param chargeId the charge's id
   */
  @ApiOperation(protocols = Protocol.REST)
  public Charge charge(String chargeId) throws ChargeNotFound {
    Charge charge = charges.get(chargeId);
    if (charge == null) {
      throw new ChargeNotFound();
    }
    return charge;
  }
}
