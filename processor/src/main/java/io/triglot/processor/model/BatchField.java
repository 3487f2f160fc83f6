package io.triglot.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field of an object type that a service loads for many parents in one call.
 *
 * @param name the name of the field
 * @param methodName the name of the service's method
 * @param parent the object type that gets the field
 * @param parameters all of the method's, in order; the first argument is the collection of parents,
 *     the others are the arguments of the field
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

  /** The collection of parents. */
  public Parameter parents() {
    return values().get(0);
  }

  /** The arguments of the field. */
  public List<Parameter> arguments() {
    return values().stream().skip(1).flatMap(Parameter::told).toList();
  }

  /** The arguments of the field that are made of several in the contracts. */
  public List<Parameter> wholes() {
    return values().stream().filter(Parameter::isWhole).toList();
  }

  /**
   * The parameters of the method that have one value each, those that are made of several whole.
   */
  public List<Parameter> values() {
    return parameters.stream()
        .filter(parameter -> parameter.role() == Parameter.Role.ARGUMENT)
        .toList();
  }

  /** The types that it receives and gives. */
  public Stream<TypeRef> references() {
    return Stream.concat(Stream.of(value), arguments().stream().map(Parameter::type));
  }
}
