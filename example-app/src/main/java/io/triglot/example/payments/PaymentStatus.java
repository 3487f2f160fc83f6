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
  FAILED
}
