package io.triglot.processor.backend.graphql;

import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.EntityKey;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.UnionType;
import io.triglot.processor.model.UnionType.CommonField;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What services and types are on GraphQL: the one source of SDL and Java.
 *
 * @param roots what the root types are called
 * @param federated whether it is a subgraph of a federated graph
 * @param services the services that offer a field, sorted by Java name
 * @param objects the object types, by Java name
 * @param unions the unions and interfaces, by Java name
 * @param enums the enum types, by Java name
 */
record SchemaTree(
    RootTypes roots,
    boolean federated,
    List<ServiceNode> services,
    SortedMap<JavaName, ObjectNode> objects,
    SortedMap<JavaName, UnionNode> unions,
    SortedMap<JavaName, EnumType> enums) {

  /** Takes copies. */
  SchemaTree {
    services = List.copyOf(services);
    objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    unions = Collections.unmodifiableSortedMap(new TreeMap<>(unions));
    enums = Collections.unmodifiableSortedMap(new TreeMap<>(enums));
  }

  /** The object type of a Java class; a tree has one for each that it uses. */
  ObjectNode object(JavaName java) {
    return Objects.requireNonNull(objects.get(java), java.canonical());
  }

  /** The union or interface of a Java type; a tree has one for each that it uses. */
  UnionNode union(JavaName java) {
    return Objects.requireNonNull(unions.get(java), java.canonical());
  }

  /** The enum type of a Java enum; a tree has one for each that it uses. */
  EnumType enumeration(JavaName java) {
    return Objects.requireNonNull(enums.get(java), java.canonical());
  }

  /** Whether {@code Query.node} finds objects by a method. */
  boolean findsNodes(EntityNode entity) {
    return object(entity.type().java()).globalId().filter(entity.key()::equals).isPresent();
  }

  /** The methods of a service that find what the schema lets clients or routers ask for. */
  List<EntityNode> finders(ServiceNode service) {
    return service.entities().stream().filter(each -> federated || findsNodes(each)).toList();
  }

  /** A service, with the fields that it adds to root types and to other types. */
  record ServiceNode(
      Service service,
      List<FieldNode<Operation>> operations,
      List<BatchNode> batches,
      List<EntityNode> entities) {
    /** Whether it adds nothing to the schema. */
    boolean isEmpty() {
      return operations.isEmpty() && batches.isEmpty() && entities.isEmpty();
    }
  }

  /** A field that a service adds to an object type. */
  record BatchNode(TypeUse.ObjectUse parent, FieldNode<BatchField> field) {}

  /**
   * A record or bean.
   *
   * @param fields its fields when it is sent to a client
   * @param input what it is when a client sends it; empty where it cannot be read from one
   */
  record ObjectNode(ObjectType type, List<FieldNode<Field>> fields, Optional<InputNode> input) {
    /** The key of which the global id is made; empty for what is no node. */
    Optional<EntityKey> globalId() {
      return type.node() ? type.keys().stream().findFirst() : Optional.empty();
    }
  }

  /** An input type. */
  record InputNode(String name, List<FieldNode<Field>> fields) {}

  /**
   * A union, or an interface.
   *
   * @param fields those of the interface; a union has none
   * @param input the name of the input type; empty where it cannot be read from a client
   */
  record UnionNode(
      UnionType type,
      List<MemberNode> members,
      List<FieldNode<CommonField>> fields,
      Optional<String> input) {

    boolean isInterface() {
      return !fields.isEmpty();
    }
  }

  /**
   * A member of a union.
   *
   * @param name the name of its field in the input type
   */
  record MemberNode(String name, TypeUse.ObjectUse type, TypeUse.InputUse input) {}
}
