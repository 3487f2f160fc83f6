/**
 * The road from REST to gRPC that {@code docs/migration} describes, in the shop. {@link
 * io.triglot.example.road.PriceList} is a caller, each of whose steps is one line. {@link
 * io.triglot.example.road.LabelResource} is a resource of JAX-RS that was adopted, {@link
 * io.triglot.example.road.LabelServer} has it on both protocols, counts who calls which, and says
 * that REST will end, and {@link io.triglot.example.road.LabelFront} is what is left of REST then.
 */
@NullMarked
package io.triglot.example.road;

import org.jspecify.annotations.NullMarked;
