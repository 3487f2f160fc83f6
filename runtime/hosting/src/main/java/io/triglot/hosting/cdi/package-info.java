/**
 * The life of a gRPC port inside an application of CDI. Only the class here needs CDI; the jar can
 * be used without.
 */
@NullMarked
package io.triglot.hosting.cdi;

import org.jspecify.annotations.NullMarked;
