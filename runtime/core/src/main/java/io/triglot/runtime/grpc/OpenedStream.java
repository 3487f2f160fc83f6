package io.triglot.runtime.grpc;

import java.util.concurrent.Flow;

/**
 * What a client streams to an operation that takes other arguments, too: those come with the first
 * message.
 *
 * @param opening the first message
 * @param elements the streamed values, for one subscriber; one that came with the first message is
 *     among them
 * @param <Q> the type of the first message
 * @param <E> the type of a streamed value
 */
public record OpenedStream<Q, E>(Q opening, Flow.Publisher<E> elements) {}
