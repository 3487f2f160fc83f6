package io.triglot.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * A field of an object type that a service loads for many parents in one call.
 *
 * @param name the name of the field
 * @param methodName the name of the service's method
 * @param parent the object type that gets the field
 * @param parameters all of the method's, in order; the one argument is the collection of parents
 * @param keyed whether the method returns a map from parent to value; else a list in the parents'
 *     order
 * @param form {@link ResultForm#VALUE} or {@link ResultForm#STAGE}
 * @param value the type of one parent's value
 * @param traits what else has to be known of the method
 * @param deprecation the reason, where the method is deprecated; may be empty text
 */
public record BatchField(
    String name,
    String methodName,
    JavaName parent,
    List<Parameter> parameters,
    boolean keyed,
    ResultForm form,
    TypeRef value,
    Access access,
    MethodTraits traits,
    Doc doc,
    Optional<String> deprecation,
    Origin origin) {

  /** Takes a copy. */
  public BatchField {
    parameters = List.copyOf(parameters);
  }
}
