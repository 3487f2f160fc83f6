package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.graphql.FieldNode.ArgumentNode;
import io.triglot.processor.backend.graphql.SchemaTree.BatchNode;
import io.triglot.processor.backend.graphql.SchemaTree.InputNode;
import io.triglot.processor.backend.graphql.SchemaTree.ObjectNode;
import io.triglot.processor.backend.graphql.SchemaTree.ServiceNode;
import io.triglot.processor.backend.graphql.SchemaTree.UnionNode;
import io.triglot.processor.backend.graphql.TypeUse.ObjectUse;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.ConstraintText;
import io.triglot.processor.model.EntityKey;
import io.triglot.processor.model.EntityMethod;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.OperationText;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.UnionType;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lowers the model to the schema tree. */
final class GraphQlLowering {
  private final ApiModel model;
  private final TypeLowering types;
  private final InputReadability readable;

  private GraphQlLowering(ApiModel model, ScalarBindings scalars) {
    this.model = model;
    types = new TypeLowering(model, scalars);
    readable = InputReadability.of(model);
  }

  /** The tree of a model. */
  static SchemaTree lower(
      ApiModel model, ScalarBindings scalars, RootTypes roots, boolean federated) {
    GraphQlLowering lowering = new GraphQlLowering(model, scalars);
    SortedMap<JavaName, ObjectNode> objects = new TreeMap<>();
    SortedMap<JavaName, EnumType> enums = new TreeMap<>();
    for (TypeDefinition definition : model.types().values()) {
      if (definition instanceof ObjectType object) {
        objects.put(object.javaName(), lowering.object(object));
      } else if (definition instanceof EnumType enumeration) {
        enums.put(enumeration.javaName(), enumeration);
      }
    }
    UnionLowering unionLowering = new UnionLowering(objects);
    SortedMap<JavaName, UnionNode> unions = new TreeMap<>();
    for (TypeDefinition definition : model.types().values()) {
      if (definition instanceof UnionType union) {
        unions.put(union.javaName(), unionLowering.lower(union));
      }
    }
    List<ServiceNode> services =
        model.services().stream()
            .map(lowering::service)
            .filter(service -> !service.isEmpty())
            .toList();
    return new SchemaTree(roots, federated, services, objects, unions, enums);
  }

  private ServiceNode service(Service service) {
    return new ServiceNode(
        service,
        service.operations(Protocol.GRAPHQL).stream()
            .map(operation -> operation(service, operation))
            .toList(),
        service.batchFields().stream().map(this::batch).toList(),
        service.entities().stream().map(this::entity).toList());
  }

  private FieldNode<Operation> operation(Service service, Operation operation) {
    return new FieldNode<>(
        operation,
        ExactNames.graphql(operation.exact(), operation.name()),
        types.output(operation.result(), false),
        operation.arguments().stream().map(this::argument).toList(),
        Optional.empty(),
        OperationText.described(model, operation),
        operation.deprecation().or(service::deprecation),
        operation.origin());
  }

  private BatchNode batch(BatchField field) {
    String parent = SchemaNames.of(model.definition(new NamedRef(field.parent(), false)));
    return new BatchNode(
        new ObjectUse(field.parent(), parent, false),
        new FieldNode<>(
            field,
            field.name(),
            types.output(field.value(), false),
            field.arguments().stream().map(this::argument).toList(),
            Optional.empty(),
            field.doc(),
            field.deprecation(),
            field.origin()));
  }

  private EntityNode entity(EntityMethod method) {
    TypeDefinition type = model.definition(new NamedRef(method.entity(), false));
    EntityKey key =
        method
            .key()
            .or(() -> keys(type).stream().findFirst())
            .orElseGet(() -> new EntityKey(List.of()));
    return new EntityNode(new ObjectUse(method.entity(), SchemaNames.of(type), false), key, method);
  }

  private static List<EntityKey> keys(TypeDefinition type) {
    return type instanceof ObjectType object ? object.keys() : List.of();
  }

  private ObjectNode object(ObjectType type) {
    List<FieldNode<Field>> fields =
        type.sent()
            .map(field -> field(field, types.output(field.type(), field.id()), Optional.empty()))
            .toList();
    return new ObjectNode(
        type,
        fields,
        readable.test(type.javaName()) ? Optional.of(inputType(type)) : Optional.empty());
  }

  private InputNode inputType(ObjectType type) {
    return new InputNode(
        SchemaNames.input(type), type.received().map(field -> sent(inputField(field))).toList());
  }

  /** What a client must send cannot be deprecated (GraphQL specification, section 3.13.3). */
  private static FieldNode<Field> sent(FieldNode<Field> field) {
    return field.isSent() ? field.withoutDeprecation() : field;
  }

  private FieldNode<Field> inputField(Field field) {
    TypeUse type = types.input(field.type(), field.id());
    return field(field, type, otherwise(type, field.type(), field.otherwise()));
  }

  private ArgumentNode argument(Parameter argument) {
    TypeUse type = types.input(argument.type(), argument.id());
    return new ArgumentNode(argument, type, otherwise(type, argument.type(), argument.otherwise()));
  }

  private Optional<DefaultValue> otherwise(TypeUse use, TypeRef type, Optional<String> text) {
    return text.map(each -> DefaultValue.of(model, use, type, each));
  }

  private FieldNode<Field> field(Field field, TypeUse type, Optional<DefaultValue> otherwise) {
    return new FieldNode<>(
        field,
        ExactNames.graphql(field.exact(), field.name()),
        type,
        field.arguments().stream().map(this::argument).toList(),
        otherwise,
        ConstraintText.described(field.doc(), field.type(), field.constraints()),
        field.deprecation(),
        field.origin());
  }
}
