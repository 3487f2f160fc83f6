package io.triglot.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A class or interface with operations.
 *
 * @param name the name in the contracts, such as {@code ProductService}
 * @param exact the names that the user gives in single contracts
 * @param path what all its REST routes begin with; empty, or a slash and more
 * @param adoption what is known of the JAX-RS resource class that it is, if it is one
 * @param interfaces those of the service, itself included, whose methods all are operations offered
 *     on gRPC: what a client of it can implement
 * @param operations sorted by name
 * @param batchFields sorted by parent and name
 * @param deprecation the reason, where the service is deprecated; may be empty text
 */
public record Service(
    JavaName javaName,
    String name,
    Optional<ExactNames> exact,
    String path,
    Optional<Adoption> adoption,
    List<JavaName> interfaces,
    List<Operation> operations,
    List<BatchField> batchFields,
    Doc doc,
    Optional<String> deprecation,
    Origin origin) {

  /** Takes copies. */
  public Service {
    interfaces = List.copyOf(interfaces);
    operations = List.copyOf(operations);
    batchFields = List.copyOf(batchFields);
  }

  /** The same service with these operations. */
  public Service withOperations(List<Operation> others) {
    return new Service(
        javaName,
        name,
        exact,
        path,
        adoption,
        interfaces,
        others,
        batchFields,
        doc,
        deprecation,
        origin);
  }

  /** The types that its operations and batched fields receive and give. */
  public Stream<TypeRef> references() {
    Stream<TypeRef> ofOperations = operations.stream().flatMap(Operation::references);
    return Stream.concat(ofOperations, batchFields.stream().flatMap(BatchField::references));
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
