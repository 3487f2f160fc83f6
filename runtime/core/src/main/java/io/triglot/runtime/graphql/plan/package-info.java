/**
 * What makes lists and objects of generated types fast: per field of a cached document a plan of
 * what is selected beneath it, which is then completed in one pass, and written as JSON from plain
 * arrays. It stands in for graphql-java only where nothing unusual happens; whatever is not planned
 * or goes wrong is completed by graphql-java itself, so that errors, paths and nulls are its own.
 */
@NullMarked
package io.triglot.runtime.graphql.plan;

import org.jspecify.annotations.NullMarked;
