/**
 * The annotations that put plain Java services and types on REST, GraphQL and gRPC. This is the one
 * dependency that users add; it brings the runtime with it.
 */
@NullMarked
package io.triglot;

import org.jspecify.annotations.NullMarked;
