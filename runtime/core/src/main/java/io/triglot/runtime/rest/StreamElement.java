package io.triglot.runtime.rest;

import org.jspecify.annotations.Nullable;

/**
 * An element of a stream as its response has it. Immutable.
 *
 * @param json a JSON document. The array is not copied and must not change
 * @param id what tells it apart from the others; null where nothing does
 */
@SuppressWarnings("ArrayRecordComponent") // elements are compared by nobody
public record StreamElement(byte[] json, @Nullable String id) {}
