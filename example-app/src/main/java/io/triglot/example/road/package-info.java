/**
 * A caller of the shop on its way from REST to gRPC, as {@code docs/migration} describes it: what
 * it wants of the shop is an interface, and each step is one line.
 */
@NullMarked
package io.triglot.example.road;

import org.jspecify.annotations.NullMarked;
