/**
 * The life of a gRPC port inside an application of CDI, and its beans as adopted resources. Only
 * the classes here need CDI; the jar can be used without.
 */
@NullMarked
package io.triglot.hosting.cdi;

import org.jspecify.annotations.NullMarked;
