package io.triglot.processor.javagen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Parameter.Role;
import io.triglot.processor.model.SentValue;
import io.triglot.processor.model.Service;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * What a client of a service looks like in Java, whatever it speaks: the interfaces that it
 * implements, its methods, and the errors that they throw.
 */
public final class ClientShape {
  /** What clients of adopted resources throw. */
  static final ClassName REMOTE_CALL_EXCEPTION =
      ClassName.get("io.triglot.runtime", "RemoteCallException");

  /** What methods of the clients of a resource cannot be called, since one of these has one. */
  private static final Set<String> TAKEN_OF_RESOURCES =
      Set.of(
          "getChannel",
          "getCallOptions",
          "of",
          "onBehalfOf",
          "withCompression",
          "withHeaders",
          "withMaxInboundMessageSize",
          "withMaxOutboundMessageSize",
          "withOnReadyThreshold",
          "withWaitForReady");

  private static final ClassName CONTEXT = ClassName.get("io.triglot.runtime", "CallContext");
  private static final List<String> FLOW = List.of("Flow", "Publisher");

  private final Service service;
  private final List<Operation> operations;
  private final Set<String> taken;
  private final boolean implementing;
  private final Set<String> overloaded;

  /**
   * The shape of a client.
   *
   * @param operations those of the service that the protocol offers
   * @param taken the names that methods of the client have anyway
   */
  public ClientShape(Service service, List<Operation> operations, Set<String> taken) {
    this.service = service;
    this.operations = List.copyOf(operations);
    this.taken = service.adoption().isPresent() ? TAKEN_OF_RESOURCES : Set.copyOf(taken);
    this.implementing =
        !service.interfaces().isEmpty()
            && operations.stream().noneMatch(each -> taken.contains(each.methodName()))
            && operations.size() == service.operations().size();
    this.overloaded =
        service.operations().stream()
            .collect(Collectors.groupingBy(Operation::methodName, Collectors.counting()))
            .entrySet()
            .stream()
            .filter(entry -> entry.getValue() > 1)
            .map(entry -> entry.getKey())
            .collect(Collectors.toSet());
  }

  /** The service. */
  public Service service() {
    return service;
  }

  /** Adds the interfaces, and a describer of each error. */
  public void addTo(TypeSpec.Builder type) {
    if (implementing) {
      service.interfaces().forEach(each -> type.addSuperinterface(JavaTypes.className(each)));
    }
    ResourceApiEmitter.name(service)
        .ifPresent(name -> type.addSuperinterface(JavaTypes.className(name)));
    Set<JavaName> errors = new TreeSet<>();
    operations.forEach(operation -> errors.addAll(errors(operation)));
    errors.forEach(error -> type.addField(describer(error)));
  }

  private static FieldSpec describer(JavaName error) {
    ClassName describer = JavaTypes.className(error.generated("Describer"));
    return FieldSpec.builder(describer, describerOf(error))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$Znew $T()", describer)
        .build();
  }

  /** The constant that holds the describer of an error. */
  public static String describerOf(JavaName error) {
    return Names.constant(error.simpleName());
  }

  /**
   * The errors that the client throws as what they are. What a resource declares, its exception
   * mappers may have made something else of.
   */
  public List<JavaName> errors(Operation operation) {
    return operation.adopted().isPresent() ? List.of() : operation.errors();
  }

  /** The parameters that the client's method of an operation has. */
  public List<Parameter> parameters(Operation operation) {
    if (operation.adopted().isPresent()) {
      return SentValue.of(operation).stream().map(SentValue::parameter).toList();
    }
    return implementing
        ? operation.parameters()
        : operation.parameters().stream().filter(each -> each.role() != Role.CONTEXT).toList();
  }

  /** The parameter that says on whose behalf a call is made, if there is one. */
  public Optional<Parameter> cause(Operation operation) {
    return parameters(operation).stream().filter(each -> each.role() == Role.CONTEXT).findFirst();
  }

  /**
   * The client's method of an operation, without a body.
   *
   * @param names those of the parameters
   */
  public MethodSpec.Builder method(Operation operation, NameAllocator names) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name(operation))
            .addModifiers(Modifier.PUBLIC)
            .returns(AsyncTypes.returned(operation));
    method.addJavadoc(Javadocs.of(service, operation));
    if (implementing && !Collections.disjoint(operation.declaring(), service.interfaces())
        || ResourceApiEmitter.isCommon(operation)) {
      method.addAnnotation(Override.class);
    }
    for (Parameter parameter : parameters(operation)) {
      TypeName declared = parameter.role() == Role.CONTEXT ? CONTEXT : AsyncTypes.type(parameter);
      method.addParameter(declared, names.get(parameter));
    }
    errors(operation).forEach(error -> method.addException(JavaTypes.className(error)));
    return method;
  }

  /** The method's own name, unless a client has another of that name and the same parameters. */
  private String name(Operation operation) {
    String name = operation.methodName();
    if (implementing) {
      return name;
    }
    if (overloaded.contains(name)) {
      name = operation.name();
    }
    return taken.contains(name) ? name + "_" : name;
  }

  /** The simple names of types that a client inherits, which hide others of these names. */
  public static String[] inherited(ApiModel model, Service service) {
    return model.types().keySet().stream()
        .filter(type -> service.interfaces().stream().anyMatch(each -> isIn(type, each)))
        .map(JavaName::simpleName)
        .flatMap(name -> name.equals("Flow") ? FLOW.stream() : Stream.of(name))
        .toArray(String[]::new);
  }

  private static boolean isIn(JavaName type, JavaName outer) {
    List<String> names = type.simpleNames();
    return type.packageName().equals(outer.packageName())
        && names.subList(0, names.size() - 1).equals(outer.simpleNames());
  }
}
