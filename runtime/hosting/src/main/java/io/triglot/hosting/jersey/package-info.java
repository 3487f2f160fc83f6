/**
 * Adopted JAX-RS resources as Jersey makes them. Only the class here needs Jersey; the jar can be
 * used without.
 */
@NullMarked
package io.triglot.hosting.jersey;

import org.jspecify.annotations.NullMarked;
