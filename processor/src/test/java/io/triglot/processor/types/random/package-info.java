/**
 * A property of every API: what is sent arrives and comes back, whatever its types are. Random
 * models of types are written as Java source, compiled and bound, and random values of them travel
 * over each protocol.
 */
@NullMarked
package io.triglot.processor.types.random;

import org.jspecify.annotations.NullMarked;
