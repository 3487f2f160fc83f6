/**
 * The API as the front end understood it: services, operations, types and their docs, as immutable
 * values that neither name a compiler's classes nor a protocol. Everything after the front end is a
 * function of it.
 */
@NullMarked
package io.triglot.processor.model;

import org.jspecify.annotations.NullMarked;
