/**
 * An order-processing shop: plain services over plain records and JDBC, offered on REST, GraphQL
 * and gRPC. {@link io.triglot.example.Shop} starts it; the services are the place to read first.
 */
@NullMarked
package io.triglot.example;

import org.jspecify.annotations.NullMarked;
