package io.triglot.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A method of a service that finds objects of a type by their keys, many in one call.
 *
 * @param methodName the name of the method
 * @param entity the type of the objects
 * @param key which of the type's keys it takes; the first where none is told
 * @param parameters all of the method's, in order; the only argument is the collection of keys
 * @param keyed whether the method returns a map from key to object; else a list in the keys' order
 * @param form {@link ResultForm#VALUE} or {@link ResultForm#STAGE}
 * @param traits what else has to be known of the method
 */
public record EntityMethod(
    String methodName,
    JavaName entity,
    Optional<EntityKey> key,
    List<Parameter> parameters,
    boolean keyed,
    ResultForm form,
    Access access,
    MethodTraits traits,
    Doc doc,
    Origin origin) {

  /** Takes a copy. */
  public EntityMethod {
    parameters = List.copyOf(parameters);
  }

  /** The collection of keys. */
  public Parameter keys() {
    return parameters.stream()
        .filter(parameter -> parameter.role() == Parameter.Role.ARGUMENT)
        .findFirst()
        .orElseThrow();
  }

  /** The type of one key. */
  public TypeRef keyType() {
    return ((TypeRef.ListRef) keys().type()).element();
  }

  /** The types that it receives and gives. */
  public Stream<TypeRef> references() {
    return Stream.of(keyType(), new TypeRef.NamedRef(entity, false));
  }
}
