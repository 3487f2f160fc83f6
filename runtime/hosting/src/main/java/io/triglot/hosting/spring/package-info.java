/**
 * The life of a gRPC port inside an application of Spring. Only the class here needs Spring; the
 * jar can be used without.
 */
@NullMarked
package io.triglot.hosting.spring;

import org.jspecify.annotations.NullMarked;
