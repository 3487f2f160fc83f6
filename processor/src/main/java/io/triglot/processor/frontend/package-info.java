/**
 * Reads the user's Java into the model: one reader for each kind of declaration. Together with the
 * output and the root package it is the only place that knows {@code javax.lang.model}; what it
 * refuses, it refuses with a diagnostic at the narrowest place of the source.
 */
@NullMarked
package io.triglot.processor.frontend;

import org.jspecify.annotations.NullMarked;
