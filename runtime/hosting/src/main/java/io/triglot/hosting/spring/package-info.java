/**
 * The life of a gRPC port inside an application of Spring, and its beans as adopted resources. Only
 * the classes here need Spring; the jar can be used without.
 */
@NullMarked
package io.triglot.hosting.spring;

import org.jspecify.annotations.NullMarked;
