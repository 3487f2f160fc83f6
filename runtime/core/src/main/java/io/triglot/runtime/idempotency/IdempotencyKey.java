package io.triglot.runtime.idempotency;

/**
 * What tells one call from all others: clients choose keys, so a key only means something together
 * with who chose it, and for what.
 *
 * @param caller the name of the caller; empty for anonymous ones, who share their keys
 * @param operation the id of the operation, such as {@code OrderService.createOrder}
 * @param key what the client sent, at most 255 characters; with {@code #1} and so on appended for
 *     the further calls of the operation in one GraphQL document
 */
public record IdempotencyKey(String caller, String operation, String key) {}
