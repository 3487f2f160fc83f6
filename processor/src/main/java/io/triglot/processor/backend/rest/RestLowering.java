package io.triglot.processor.backend.rest;

import io.triglot.processor.backend.rest.ResourceMethod.Absent;
import io.triglot.processor.backend.rest.ResourceMethod.Location;
import io.triglot.processor.backend.rest.ResourceMethod.PathVariable;
import io.triglot.processor.backend.rest.ResourceMethod.RequestBody;
import io.triglot.processor.backend.rest.ResourceMethod.Success;
import io.triglot.processor.backend.rest.RouteInference.Inferred;
import io.triglot.processor.model.Accessor;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.EventIds;
import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.OperationKind;
import io.triglot.processor.model.Paging;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.Route;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.Source;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import io.triglot.processor.model.TypeRef.VoidRef;
import io.triglot.processor.model.Versions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lowers the model to the REST tree. What is wrong with the result, the rules find. */
final class RestLowering {
  static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PUT", "PATCH");
  private static final Comparator<ResourceMethod> ORDER =
      Comparator.<ResourceMethod, String>comparing(method -> method.path().toString())
          .thenComparing(ResourceMethod::httpMethod)
          .thenComparing(method -> method.operation().name());

  private final ApiModel model;

  private RestLowering(ApiModel model) {
    this.model = model;
  }

  /** The tree of a model. */
  static RestTree lower(ApiModel model) {
    RestLowering lowering = new RestLowering(model);
    return new RestTree(
        model,
        model.services().stream()
            .filter(service -> !service.operations(Protocol.REST).isEmpty())
            .map(lowering::resource)
            .toList());
  }

  private Resource resource(Service service) {
    List<ResourceMethod> methods =
        service.operations(Protocol.REST).stream()
            .map(operation -> method(service, operation))
            .sorted(ORDER)
            .toList();
    return new Resource(service, withOneSpelling(methods).stream().sorted(ORDER).toList());
  }

  /** Has paths that differ in nothing but the names of their variables spelled as the first one. */
  private static List<ResourceMethod> withOneSpelling(List<ResourceMethod> sorted) {
    Map<String, PathTemplate> spellings = new HashMap<>();
    List<ResourceMethod> spelled = new ArrayList<>();
    for (ResourceMethod method : sorted) {
      PathTemplate path = method.path();
      spelled.add(method.withPath(spellings.computeIfAbsent(path.shape(), absent -> path)));
    }
    return spelled;
  }

  private ResourceMethod method(Service service, Operation common) {
    Noun noun = Noun.of(model, service, common);
    Inferred inferred =
        common
            .route()
            .map(written -> new Inferred(written.method(), PathTemplate.parse(written.path())))
            .orElseGet(() -> RouteInference.infer(model, common, noun));
    PathTemplate path = inferred.path().under(PathTemplate.parse(service.path()));
    Operation operation =
        common.withReceived(common.received().stream().map(each -> named(each, path)).toList());
    List<PathVariable> variables =
        path.variables().stream().map(name -> variable(name, operation)).toList();
    List<Parameter> others = new ArrayList<>(operation.arguments());
    variables.forEach(variable -> variable.parameter().ifPresent(others::remove));
    others.removeIf(each -> Versions.isExpected(each.type()));
    Optional<Parameter> stream = operation.stream();
    boolean inBody = stream.isEmpty() && METHODS_WITH_BODY.contains(inferred.httpMethod());
    List<Parameter> queried = others.stream().filter(each -> isQueried(each, inBody)).toList();
    others.removeAll(queried);
    boolean created = inferred.httpMethod().equals("POST") && creates(operation, noun, path);
    return new ResourceMethod(
        operation,
        inferred.httpMethod(),
        path,
        operation.route().map(Route::origin).orElse(operation.origin()),
        variables,
        queried,
        stream
            .<RequestBody>map(RequestBody.Lines::new)
            .orElseGet(() -> body(inferred.httpMethod(), others)),
        new Success(
            absent(operation, variables),
            operation.traits().hints().accepted()
                ? result(service, operation)
                : created ? location(path.toString(), operation) : Optional.empty(),
            versionOf(operation.result()),
            operation.form() == ResultForm.PUBLISHER
                ? EventIds.of(model, operation.result())
                : Optional.empty(),
            Paging.page(model, operation.result())));
  }

  private Optional<Location> location(String collection, Operation operation) {
    return idOf(operation.result()).map(id -> new Location(collection, id));
  }

  /** Where a query of the service finds by its id what an operation gives. */
  private Optional<Location> result(Service service, Operation operation) {
    return service.operations(Protocol.REST).stream()
        .filter(each -> each.kind() == OperationKind.QUERY && !operation.result().nullable())
        .filter(each -> each.result().present().equals(operation.result()))
        .map(each -> method(service, each))
        .filter(RestLowering::findsById)
        .findFirst()
        .flatMap(
            found -> {
              String path = found.path().toString();
              return location(path.substring(0, path.lastIndexOf('/')), operation);
            });
  }

  /** Whether a query has an id at the end of its path, and nothing else that it must be given. */
  private static boolean findsById(ResourceMethod query) {
    List<PathVariable> variables = query.pathVariables();
    return query.httpMethod().equals("GET")
        && variables.size() == 1
        && query.path().toString().endsWith("/{" + variables.get(0).name() + "}")
        && query.queryParameters().stream()
            .allMatch(each -> each.type().nullable() || each.otherwise().isPresent());
  }

  /** A parameter by its name in OpenAPI, which of a path variable the path tells. */
  private static Parameter named(Parameter parameter, PathTemplate path) {
    if (parameter.source().isPresent()) {
      return parameter.named(name(parameter, parameter.source().get()));
    }
    return path.variables().contains(parameter.name())
        ? parameter
        : parameter.named(ExactNames.openapi(parameter.exact(), parameter.name()));
  }

  private static String name(Parameter parameter, Source source) {
    if (source instanceof Source.PathVariable variable) {
      return variable.name();
    }
    if (source instanceof Source.LastEvent last) {
      return last.name();
    }
    if (source instanceof Source.Query query) {
      return query.name();
    }
    return source instanceof Source.Form form ? form.name() : parameter.name();
  }

  /** Whether a parameter that the path does not name is in the query. */
  private static boolean isQueried(Parameter parameter, boolean hasBody) {
    return parameter.source().map(source -> !(source instanceof Source.Form)).orElse(!hasBody);
  }

  private static PathVariable variable(String name, Operation operation) {
    return new PathVariable(
        name,
        operation.arguments().stream()
            .filter(parameter -> parameter.name().equals(name))
            .findFirst());
  }

  private RequestBody body(String httpMethod, List<Parameter> parameters) {
    if (parameters.isEmpty()) {
      return new RequestBody.None();
    }
    boolean form = parameters.stream().anyMatch(each -> each.isFrom(Source.Form.class));
    boolean files = parameters.stream().map(Parameter::type).anyMatch(Operation::isUpload);
    if (files && !form && parameters.size() == 1 && isOne(parameters.get(0).type())) {
      return new RequestBody.Content(parameters.get(0));
    }
    if (form || files) {
      return new RequestBody.Form(parameters);
    }
    return parameters.size() == 1 && isObject(parameters.get(0).type())
        ? new RequestBody.Whole(
            parameters.get(0), httpMethod.equals("PATCH") && isPatch(parameters.get(0).type()))
        : new RequestBody.Properties(parameters);
  }

  private static boolean isOne(TypeRef type) {
    return !(type.present() instanceof TypeRef.ListRef);
  }

  /** Whether properties that are left out stay as they are. */
  private boolean isPatch(TypeRef type) {
    return type.present().carrier() instanceof NamedRef named
        && model.definition(named) instanceof ObjectType object
        && object.received().map(Field::type).anyMatch(TypeRef::isPatch);
  }

  private static Absent absent(Operation operation, List<PathVariable> variables) {
    if (operation.result() instanceof VoidRef || !operation.result().nullable()) {
      return Absent.NEVER;
    }
    return operation.kind() == OperationKind.QUERY && !variables.isEmpty()
        ? Absent.NOT_FOUND
        : Absent.NO_CONTENT;
  }

  /** Whether the operation makes a resource that is found below the path of the request. */
  private static boolean creates(Operation operation, Noun noun, PathTemplate path) {
    return RouteInference.creates(operation, noun)
        && !operation.result().nullable()
        && path.toString().endsWith("/" + noun.plural());
  }

  /** The accessor of the version of an object, if it has one. */
  private Optional<Accessor> versionOf(TypeRef result) {
    return objectType(result.present()).stream()
        .flatMap(object -> object.fields().stream())
        .filter(Field::version)
        .map(Field::accessor)
        .findFirst();
  }

  /** The accessor of the id of an object, if it has one for everybody that goes into a path. */
  private Optional<Accessor> idOf(TypeRef result) {
    return objectType(result).stream()
        .flatMap(object -> object.fields().stream())
        .filter(field -> field.name().equals("id") && field.type() instanceof ScalarRef)
        .filter(field -> !field.access().isGuarded())
        .map(Field::accessor)
        .findFirst();
  }

  private boolean isObject(TypeRef type) {
    return type.present() instanceof NamedRef named
        && !(model.definition(named) instanceof EnumType);
  }

  private Optional<ObjectType> objectType(TypeRef type) {
    return type.present() instanceof NamedRef named
            && model.definition(named) instanceof ObjectType object
        ? Optional.of(object)
        : Optional.empty();
  }
}
