/**
 * The report of a module: each operation with where callers find it, for people. Pure functions
 * from the model and the back ends' addresses to text.
 */
@NullMarked
package io.triglot.processor.report;

import org.jspecify.annotations.NullMarked;
