package io.triglot.processor.backend.grpc;

import io.triglot.processor.backend.grpc.FieldLowering.Property;
import io.triglot.processor.model.ConstraintText;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.OperationText;
import io.triglot.processor.model.Paging;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Parameter.Role;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lowers a service: its rpcs, and the requests and responses that have no Java type of their own.
 */
final class ServiceLowering {
  /** The one field of a response. */
  private static final String RESULT = "result";

  /** What a record component must not be called (JLS §8.10.1). */
  private static final Set<String> NOT_FOR_COMPONENTS =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private final TypeIndex types;
  private final MessageLowering messages;
  private final MessageNames names;

  /** The messages of object types, by the Java type. */
  private final Map<JavaName, ProtoMessage> known;

  ServiceLowering(
      TypeIndex types,
      MessageLowering messages,
      MessageNames names,
      Map<JavaName, ProtoMessage> known) {
    this.types = types;
    this.messages = messages;
    this.names = names;
    this.known = known;
  }

  /** The service with all the operations that are offered on gRPC. */
  ProtoService lower(Service service) {
    String packageName = types.packageName(service.javaName());
    return new ProtoService(
        new ProtoName(
            packageName,
            ExactNames.protobuf(service.exact(), ProtoNames.service(service.unversioned()))),
        service,
        service.operations(Protocol.GRPC).stream()
            .map(operation -> rpc(packageName, service, operation))
            .toList());
  }

  /** The messages that were made for the service alone, in the order of its rpcs. */
  static Collection<ProtoMessage> ownMessages(ProtoService service) {
    List<ProtoMessage> own = new ArrayList<>();
    for (ProtoRpc rpc : service.rpcs()) {
      if (!rpc.bareRequest()) {
        own.add(rpc.request());
      }
      if (rpc.ownResponse()) {
        own.add(rpc.response());
      }
    }
    return own;
  }

  private ProtoRpc rpc(String packageName, Service service, Operation operation) {
    List<Parameter> received = operation.received();
    Optional<ProtoMessage> bareRequest =
        received.size() == 1
            ? bare(packageName, operation, MessageNames.REQUEST, received.get(0).type())
            : Optional.empty();
    Optional<ProtoMessage> bareResponse =
        bare(packageName, operation, MessageNames.RESPONSE, operation.result());
    return new ProtoRpc(
        ProtoNames.rpc(operation),
        operation,
        OperationText.described(types.model(), operation),
        bareRequest.orElseGet(() -> request(packageName, service, operation)),
        bareRequest.isPresent(),
        later(packageName, service, operation),
        bareResponse
            .or(() -> page(packageName, service, operation))
            .orElseGet(() -> response(packageName, service, operation)),
        bareResponse.isPresent() || isPage(operation),
        bareResponse.isEmpty());
  }

  /** The message of a type that is by its name made to be this operation's request or response. */
  private Optional<ProtoMessage> bare(
      String packageName, Operation operation, String role, TypeRef type) {
    ProtoName wanted = MessageNames.plain(packageName, operation, role);
    return type instanceof TypeRef.NamedRef named && !named.nullable()
        ? Optional.ofNullable(known.get(named.name()))
            .filter(message -> message.name().equals(wanted) && message.oneof().isEmpty())
        : Optional.empty();
  }

  private ProtoMessage request(String packageName, Service service, Operation operation) {
    boolean opened = isOpened(operation);
    List<Property> properties = new ArrayList<>();
    for (Parameter parameter : operation.received()) {
      properties.add(
          Property.component(
              parameter.name(),
              parameter.exact(),
              component(parameter.javaName()),
              ConstraintText.described(parameter.doc(), parameter.type(), parameter.constraints())
                  .deprecated(parameter.deprecation()),
              parameter.deprecation().isPresent(),
              opened && parameter.role() == Role.STREAM
                  ? nullable(parameter.type())
                  : parameter.type(),
              parameter.otherwise(),
              parameter.origin()));
    }
    return message(
        packageName,
        service,
        operation,
        MessageNames.REQUEST,
        messages.fields(properties, operation.received().stream().map(Parameter::number).toList()));
  }

  /**
   * The further messages of a stream whose first one has arguments: the same message, of which only
   * the streamed value counts. It has no name of its own in the contract.
   */
  private Optional<ProtoMessage> later(String packageName, Service service, Operation operation) {
    if (!isOpened(operation)) {
      return Optional.empty();
    }
    int streamed = operation.received().indexOf(operation.stream().orElseThrow());
    ProtoMessage whole = request(packageName, service, operation);
    JavaName holder = service.javaName().generated("Grpc");
    String name = ProtoNames.rpc(operation) + "Element";
    List<ProtoField> streamedField = List.of(whole.fields().get(streamed));
    return Optional.of(
        new ProtoMessage(
            whole.name(),
            whole.doc(),
            false,
            streamedField,
            Optional.empty(),
            nested(holder, name),
            ProtoMessage.ofRecord(nested(holder, name), streamedField),
            nested(holder, name + "Marshaller"),
            operation.origin()));
  }

  private static boolean isOpened(Operation operation) {
    return operation.stream().isPresent() && !operation.arguments().isEmpty();
  }

  /** The same type for what may be absent, so that its absence can be seen. */
  private static TypeRef nullable(TypeRef type) {
    if (type instanceof TypeRef.ScalarRef scalar) {
      return new TypeRef.ScalarRef(scalar.scalar(), false, true);
    }
    if (type instanceof TypeRef.ConvertedRef converted) {
      return new TypeRef.ConvertedRef(
          converted.java(), nullable(converted.carrier()), converted.conversion());
    }
    return type instanceof TypeRef.NamedRef named ? new TypeRef.NamedRef(named.name(), true) : type;
  }

  private ProtoMessage response(String packageName, Service service, Operation operation) {
    List<Property> properties =
        operation.result() instanceof TypeRef.VoidRef
            ? List.of()
            : List.of(
                Property.component(
                    operation.rpc().result().orElse(RESULT),
                    Optional.empty(),
                    RESULT,
                    Doc.NONE,
                    false,
                    operation.result(),
                    Optional.empty(),
                    operation.origin()));
    return message(
        packageName,
        service,
        operation,
        MessageNames.RESPONSE,
        messages.fields(
            properties, Collections.nCopies(properties.size(), operation.rpc().number())));
  }

  private boolean isPage(Operation operation) {
    return Paging.isPage(types.model(), operation.result());
  }

  /** The response that has what a page has, as AIP-158 would. */
  private Optional<ProtoMessage> page(String packageName, Service service, Operation operation) {
    if (!isPage(operation)) {
      return Optional.empty();
    }
    NamedRef page = (NamedRef) operation.result();
    ObjectType type = (ObjectType) types.model().definition(page);
    ProtoMessage like = messages.lower(type);
    ProtoMessage own =
        message(packageName, service, operation, MessageNames.RESPONSE, like.fields());
    return Optional.of(
        new ProtoMessage(
            own.name(),
            own.doc(),
            false,
            like.fields(),
            Optional.empty(),
            page.name(),
            type.creation(),
            own.marshaller(),
            operation.origin()));
  }

  private ProtoMessage message(
      String packageName,
      Service service,
      Operation operation,
      String role,
      List<ProtoField> fields) {
    ProtoName name = names.name(packageName, service, operation, role);
    JavaName holder = service.javaName().generated("Grpc");
    return new ProtoMessage(
        name,
        doc(operation, role),
        false,
        fields,
        Optional.empty(),
        nested(holder, name.simple()),
        ProtoMessage.ofRecord(nested(holder, name.simple()), fields),
        nested(holder, name.simple() + "Marshaller"),
        operation.origin());
  }

  private static Doc doc(Operation operation, String role) {
    String sentence =
        "The " + role.toLowerCase(Locale.ROOT) + " of " + ProtoNames.rpc(operation) + ".";
    return new Doc(
        role.equals(MessageNames.REQUEST) && isOpened(operation)
            ? sentence
                + " The first message of the stream has the arguments, and each message after it a"
                + " value of "
                + ProtoNames.snake(operation.stream().orElseThrow().name())
                + "."
            : sentence);
  }

  private static JavaName nested(JavaName outer, String simpleName) {
    return new JavaName(outer.packageName(), List.of(outer.simpleName(), simpleName));
  }

  private static String component(String javaName) {
    return NOT_FOR_COMPONENTS.contains(javaName) ? javaName + "_" : javaName;
  }
}
