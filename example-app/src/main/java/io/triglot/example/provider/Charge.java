package io.triglot.example.provider;

import io.triglot.ApiType;
import java.math.BigDecimal;

/**
 * Money that is asked of somebody's bank.
 *
 * @param id what the provider calls it
 * @param reference what the merchant calls it
 * @param amount how much
 * @param status what has become of it
 */
@ApiType
public record Charge(String id, String reference, BigDecimal amount, ChargeStatus status) {
  Charge with(ChargeStatus status) {
    return new Charge(id, reference, amount, status);
  }
}
