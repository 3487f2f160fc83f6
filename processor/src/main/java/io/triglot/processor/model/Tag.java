package io.triglot.processor.model;

/**
 * What JSON says of the type of an object.
 *
 * @param discriminator what says it
 * @param value what it says
 */
public record Tag(Discriminator discriminator, JsonName value) {}
