package io.triglot.processor.report;

import io.triglot.processor.model.Access;
import io.triglot.processor.model.AdoptedMethod;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.EntityMethod;
import io.triglot.processor.model.ErrorType;
import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.RestDeprecation;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeReach;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.report.ServiceReport.Entry;
import io.triglot.processor.report.ServiceReport.Failure;
import io.triglot.processor.report.ServiceReport.Named;
import io.triglot.processor.spi.Backend.Lowered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the report says of a service. */
final class ReportLowering {
  private final ApiModel model;
  private final Map<String, Lowered> lowered;
  private final TypeText types;

  /**
   * @param lowered the model on each protocol, by the id of the back end
   */
  ReportLowering(ApiModel model, Map<String, Lowered> lowered) {
    this.model = model;
    this.lowered = lowered;
    this.types = new TypeText(model);
  }

  /** The report of a service. */
  ServiceReport lower(Service service) {
    List<Entry> entries = new ArrayList<>();
    service.operations().forEach(operation -> entries.add(entry(service, operation)));
    service.batchFields().forEach(field -> entries.add(entry(service, field)));
    service.entities().forEach(method -> entries.add(entry(service, method)));
    return new ServiceReport(
        service.name(),
        service.javaName().canonical(),
        service.doc().text(),
        deprecation(service.deprecation()),
        entries,
        named(service));
  }

  private List<Named> named(Service service) {
    Stream<TypeRef> references =
        Stream.of(
                service.operations().stream().flatMap(Operation::references),
                service.batchFields().stream()
                    .flatMap(
                        field -> Stream.of(new NamedRef(field.parent(), false), field.value())),
                service.entities().stream().map(each -> new NamedRef(each.entity(), false)))
            .flatMap(each -> each);
    return TypeReach.from(model, references).stream()
        .map(name -> model.definition(new NamedRef(name, false)))
        .flatMap(type -> type.exact().stream().map(exact -> named(type.name(), exact)))
        .toList();
  }

  private static Named named(String name, ExactNames exact) {
    SortedMap<String, String> names = new TreeMap<>();
    exact.openapi().ifPresent(each -> names.put("rest", each));
    exact.graphql().ifPresent(each -> names.put("graphql", each));
    exact.protobuf().ifPresent(each -> names.put("grpc", each));
    return new Named(name, names, exact.graphqlInput().orElse(""));
  }

  private Entry entry(Service service, Operation operation) {
    SortedMap<String, String> addresses = new TreeMap<>();
    operation.adopted().ifPresent(method -> addresses.put("rest", route(method)));
    lowered.forEach(
        (backend, each) ->
            each.address(service, operation).ifPresent(address -> addresses.put(backend, address)));
    return new Entry(
        operation.name(),
        signature(operation),
        operation.doc().with(operation.traits().keys().inWords()).text(),
        deprecation(operation),
        addresses,
        access(operation.access())
            + operation.adopted().map(any -> "; on REST as its container says").orElse(""),
        operation.errors().stream()
            .map(model.errors()::get)
            .filter(Objects::nonNull)
            .map(ReportLowering::failure)
            .toList());
  }

  private Entry entry(Service service, BatchField field) {
    String name = model.definition(new NamedRef(field.parent(), false)).name() + "." + field.name();
    SortedMap<String, String> addresses = new TreeMap<>();
    lowered.forEach(
        (backend, each) ->
            each.address(service, field).ifPresent(address -> addresses.put(backend, address)));
    return new Entry(
        name,
        name
            + (field.arguments().isEmpty()
                ? ""
                : field.arguments().stream()
                    .map(this::parameter)
                    .collect(Collectors.joining(", ", "(", ")")))
            + " → "
            + types.of(field.value()),
        field.doc().text(),
        deprecation(field.deprecation()),
        addresses,
        access(field.access()),
        List.of());
  }

  private Entry entry(Service service, EntityMethod method) {
    SortedMap<String, String> addresses = new TreeMap<>();
    lowered.forEach(
        (backend, each) ->
            each.address(service, method).ifPresent(address -> addresses.put(backend, address)));
    return new Entry(
        method.methodName(),
        method.methodName()
            + "("
            + parameter(method.keys())
            + ") → "
            + types.of(new NamedRef(method.entity(), false)),
        method.doc().text(),
        "",
        addresses,
        access(method.access()),
        List.of());
  }

  private static String route(AdoptedMethod method) {
    return method.verb() + " " + method.path();
  }

  private String signature(Operation operation) {
    return operation.name()
        + operation.received().stream()
            .map(this::parameter)
            .collect(Collectors.joining(", ", "(", ")"))
        + " → "
        + (operation.form() == ResultForm.PUBLISHER ? "stream of " : "")
        + (operation.traits().download() ? "file" : types.of(operation.result()));
  }

  private String parameter(Parameter parameter) {
    String stream = parameter.role() == Parameter.Role.STREAM ? "stream of " : "";
    return parameter.name() + ": " + stream + types.of(parameter.type());
  }

  private static Failure failure(ErrorType error) {
    return new Failure(error.reason(), error.code());
  }

  private static String access(Access access) {
    return switch (access.level()) {
      case OPEN -> "everybody";
      case AUTHENTICATED -> "signed-in callers";
      case ROLES -> "role " + String.join(" or ", access.roles());
      case DENIED -> "nobody";
    };
  }

  private static String deprecation(Operation operation) {
    return new Doc(deprecation(operation.deprecation()))
        .with(operation.restDeprecation().map(RestDeprecation::inWords).orElse(""))
        .text();
  }

  private static String deprecation(Optional<String> reason) {
    return reason.map(why -> ("**Deprecated.** " + why).strip()).orElse("");
  }
}
