package io.triglot.processor.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the user says of the messages of an rpc.
 *
 * @param request the name of the request message
 * @param response the name of the response message
 * @param result the name of the field that has the result
 * @param number the number of that field
 */
public record RpcNames(
    Optional<String> request,
    Optional<String> response,
    Optional<String> result,
    OptionalInt number) {}
