package io.triglot.processor.model;

/**
 * The member of a JSON object that tells of which type the object is.
 *
 * @param property its name
 * @param written whether it is written beside the fields of the type; else it is one of them
 */
public record Discriminator(String property, boolean written) {}
