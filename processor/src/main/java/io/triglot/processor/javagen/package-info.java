/**
 * What the back ends share in writing Java with JavaPoet: type names, Javadoc, and the one place
 * that stamps a generated file.
 */
@NullMarked
package io.triglot.processor.javagen;

import org.jspecify.annotations.NullMarked;
