/** What it costs to compile one class of a large module again. */
@NullMarked
package io.triglot.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
