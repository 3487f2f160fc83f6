package io.triglot.runtime.graphql.plan;

import io.triglot.runtime.Access;
import java.util.Set;

/**
 * How the value of a field is completed. Immutable.
 *
 * @param access what the caller has to be admitted to
 * @param size how many columns it has
 */
record Plan(Stage stage, Set<Access> access, int size) {}
