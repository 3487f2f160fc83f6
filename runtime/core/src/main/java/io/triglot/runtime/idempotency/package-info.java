/**
 * Calls that happen once, however often their clients repeat them: idempotency keys for mutations,
 * the same on all protocols.
 */
@NullMarked
package io.triglot.runtime.idempotency;

import org.jspecify.annotations.NullMarked;
