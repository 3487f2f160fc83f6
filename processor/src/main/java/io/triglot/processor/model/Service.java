package io.triglot.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A class or interface with operations.
 *
 * @param name the name in the contracts, such as {@code ProductService}; that of a {@linkplain
 *     ApiVersion version} has it at the end
 * @param version which version of a service it is, such as {@code v2}, if it has any
 * @param exact the names that the user gives in single contracts
 * @param path what all its REST routes begin with; empty, or a slash and more
 * @param adoption what is known of the JAX-RS resource class that it is, if it is one
 * @param interfaces those of the service, itself included, whose methods all are operations offered
 *     on gRPC: what a client of it can implement
 * @param operations sorted by name
 * @param batchFields sorted by parent and name
 * @param entities sorted by type and key
 * @param deprecation the reason, where the service is deprecated; may be empty text
 */
public record Service(
    JavaName javaName,
    String name,
    Optional<String> version,
    Optional<ExactNames> exact,
    String path,
    Optional<Adoption> adoption,
    List<JavaName> interfaces,
    List<Operation> operations,
    List<BatchField> batchFields,
    List<EntityMethod> entities,
    Doc doc,
    Optional<String> deprecation,
    Origin origin) {

  /** Takes copies. */
  public Service {
    interfaces = List.copyOf(interfaces);
    operations = List.copyOf(operations);
    batchFields = List.copyOf(batchFields);
    entities = List.copyOf(entities);
  }

  /** The same service with these operations. */
  public Service withOperations(List<Operation> others) {
    return new Service(
        javaName,
        name,
        version,
        exact,
        path,
        adoption,
        interfaces,
        others,
        batchFields,
        entities,
        doc,
        deprecation,
        origin);
  }

  /** The name that all of its versions have. */
  public String unversioned() {
    return version.map(known -> ApiVersion.without(known, name)).orElse(name);
  }

  /** The types that its operations, batched fields and entity methods receive and give. */
  public Stream<TypeRef> references() {
    return Stream.of(
            operations.stream().flatMap(Operation::references),
            batchFields.stream().flatMap(BatchField::references),
            entities.stream().flatMap(EntityMethod::references))
        .flatMap(each -> each);
  }

  /** The class whose methods the protocols call: the service, or what stands in for a resource. */
  public JavaName called() {
    return adoption.map(Adoption::adapter).orElse(javaName);
  }

  /** The operations that a protocol offers. */
  public List<Operation> operations(Protocol protocol) {
    return operations.stream()
        .filter(operation -> operation.protocols().contains(protocol))
        .toList();
  }
}
