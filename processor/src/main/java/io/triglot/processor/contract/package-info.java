/**
 * What clients of a module rely on: the lock that says so, the facts of its contracts as they are,
 * and what the differences do to clients. And how a module remembers what its services say from one
 * compilation to the next: the constants that hold their parts of the documents, and the index by
 * which they are found again.
 */
@NullMarked
package io.triglot.processor.contract;

import org.jspecify.annotations.NullMarked;
