package io.triglot.runtime.graphql.plan;

/**
 * A place for a value.
 *
 * @param required whether null is an error there
 */
record Slot(Shape shape, boolean required) {}
