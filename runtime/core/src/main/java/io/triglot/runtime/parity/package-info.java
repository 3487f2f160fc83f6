/**
 * Two implementations of one interface side by side, such as the clients of a service on REST and
 * on gRPC: one of them answers, the other one is asked the same, and what differs is reported.
 * Nothing here can change, delay or fail an answer.
 */
@NullMarked
package io.triglot.runtime.parity;

import org.jspecify.annotations.NullMarked;
