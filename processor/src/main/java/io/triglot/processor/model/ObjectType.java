package io.triglot.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * A record or bean: a message, an object type, an object schema.
 *
 * @param construction how an instance is made
 * @param fields in declaration order
 * @param deprecation the reason, where the type is deprecated; may be empty text
 */
public record ObjectType(
    JavaName javaName,
    String name,
    Construction construction,
    List<Field> fields,
    Doc doc,
    Optional<String> deprecation,
    Origin origin)
    implements TypeDefinition {

  /** Takes a copy of the list. */
  public ObjectType {
    fields = List.copyOf(fields);
  }

  /** How an instance is made. */
  public enum Construction {
    /** By a constructor that takes all fields in order, such as a record's canonical one. */
    RECORD,
    /** By the constructor without arguments, then a setter for each field. */
    BEAN,
    /** Not at all: the type can be written to a client but not read from one. */
    NONE
  }
}
