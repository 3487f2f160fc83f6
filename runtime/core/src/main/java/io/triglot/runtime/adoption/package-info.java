/**
 * What serves calls of resource classes that JAX-RS hosts and that other protocols offer, too:
 * where each call gets its instance, and when the instance is given back. The container of the
 * resources has the last word in both.
 */
@NullMarked
package io.triglot.runtime.adoption;

import org.jspecify.annotations.NullMarked;
