package io.triglot.processor.contract;

import io.triglot.processor.model.Origin;

/**
 * One thing that a contract says and that clients rely on.
 *
 * @param owner the canonical name of the Java type that it is made from
 * @param member of the block; for something about the block itself it begins with {@code @}
 * @param value what is said, on one line
 * @param origin the user's element that says it
 */
public record Fact(String owner, BlockName block, String member, String value, Origin origin) {}
