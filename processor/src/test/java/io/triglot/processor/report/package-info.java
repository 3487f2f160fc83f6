/** The report of a module. */
@NullMarked
package io.triglot.processor.report;

import org.jspecify.annotations.NullMarked;
