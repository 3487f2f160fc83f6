package io.triglot.example.provider;

import io.triglot.ApiType;

/** What has become of a charge. */
@ApiType
public enum ChargeStatus {
  /** The bank is asked. */
  PENDING,
  /** The bank has paid. */
  SUCCEEDED,
  /** The bank has refused. */
  FAILED,
  /** The bank has paid, and has got the money back. */
  REFUNDED
}
