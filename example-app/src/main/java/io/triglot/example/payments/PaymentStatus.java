package io.triglot.example.payments;

import io.triglot.ApiType;

/** What has become of a payment. */
@ApiType
public enum PaymentStatus {
  /** The provider has not decided yet. */
  PENDING,
  /** The money is there. */
  SUCCEEDED,
  /** There will be no money. */
  FAILED,
  /** The order was called off, and the money goes back. */
  REFUNDING,
  /** The money is where it came from. */
  REFUNDED
}
