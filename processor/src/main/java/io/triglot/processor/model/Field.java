package io.triglot.processor.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A field of an object type.
 *
 * @param javaName the name of the record component or bean property
 * @param name the name in GraphQL and JSON, in lowerCamelCase unless the user says otherwise
 * @param accessor the method that reads it, such as {@code price} or {@code getPrice}
 * @param mutator the method that sets it, for beans; a property without one is read-only: clients
 *     receive it but do not send it
 * @param id whether it is an {@code ID} in GraphQL
 * @param number the protobuf field number, where the user gives one
 * @param deprecation the reason, where the field is deprecated; may be empty text
 */
public record Field(
    String javaName,
    String name,
    String accessor,
    Optional<String> mutator,
    TypeRef type,
    boolean id,
    OptionalInt number,
    Doc doc,
    Optional<String> deprecation,
    Origin origin) {}
