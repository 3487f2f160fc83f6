package io.triglot.processor.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that one round of compilation says about the API.
 *
 * @param services sorted by Java name
 * @param types the types that are annotated or that an operation reaches, by Java name
 * @param errors the declared errors, by Java name
 */
public record ApiModel(
    List<Service> services,
    SortedMap<JavaName, TypeDefinition> types,
    SortedMap<JavaName, ErrorType> errors) {

  /** Takes copies. */
  public ApiModel {
    services = List.copyOf(services);
    types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
    errors = Collections.unmodifiableSortedMap(new TreeMap<>(errors));
  }

  /** What of it the contract of a protocol has. */
  public ApiModel on(Protocol protocol) {
    return ContractView.of(this, protocol);
  }

  /** The definition behind a reference; every reference of a model has one. */
  public TypeDefinition definition(TypeRef.NamedRef ref) {
    TypeDefinition definition = types.get(ref.name());
    if (definition == null) {
      throw new IllegalStateException("no definition of " + ref.name());
    }
    return definition;
  }
}
