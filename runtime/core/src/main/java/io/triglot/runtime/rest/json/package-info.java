/**
 * What generated codecs read and write JSON with: strict, typed, and precise about where a value is
 * wrong. The text is what Jackson writes and reads by its defaults, with ISO 8601 times.
 */
@NullMarked
package io.triglot.runtime.rest.json;

import org.jspecify.annotations.NullMarked;
