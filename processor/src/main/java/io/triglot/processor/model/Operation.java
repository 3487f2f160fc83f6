package io.triglot.processor.model;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A method that is part of the API.
 *
 * @param name the name in the contracts, unique in its service
 * @param exact the names that the user gives in single contracts
 * @param rpc what the user says of the messages of its rpc
 * @param methodName the name in Java
 * @param declaring the interfaces of the service that declare the method
 * @param adopted the resource method that is called, where the service is an adopted resource
 * @param parameters all of the method's, in order, those that are made of parts whole; of an
 *     adopted operation those of the adapter's method
 * @param form how the method hands over its result
 * @param library whose types the method hands its result over with
 * @param result the type of the result, of one element where the form is {@link
 *     ResultForm#PUBLISHER}
 * @param route the REST route, where the user wrote one
 * @param blocking whether the method may block its thread
 * @param timeout how long a call may take, where the user limits it
 * @param errors the declared errors in its {@code throws} clause and {@code @throws} tags, sorted
 * @param traits what else has to be known of the method
 * @param deprecation the reason, where the method is deprecated; may be empty text
 * @param restDeprecation since when, and until when, where it is deprecated on REST alone or the
 *     method since a day
 */
public record Operation(
    String name,
    Optional<ExactNames> exact,
    RpcNames rpc,
    String methodName,
    Set<JavaName> declaring,
    OperationKind kind,
    Optional<AdoptedMethod> adopted,
    List<Parameter> parameters,
    ResultForm form,
    AsyncLibrary library,
    TypeRef result,
    Optional<Route> route,
    Access access,
    Set<Protocol> protocols,
    boolean blocking,
    Optional<Duration> timeout,
    List<JavaName> errors,
    MethodTraits traits,
    Doc doc,
    Optional<String> deprecation,
    Optional<RestDeprecation> restDeprecation,
    Origin origin) {

  /** Takes copies. */
  public Operation {
    declaring = Set.copyOf(declaring);
    parameters = List.copyOf(parameters);
    protocols = Set.copyOf(protocols);
    errors = List.copyOf(errors);
  }

  /** The same with other parameters. */
  public Operation with(List<Parameter> others) {
    return with(others, result);
  }

  /** The same with these in the place of the {@linkplain #received() parameters} it receives. */
  public Operation withReceived(List<Parameter> others) {
    Iterator<Parameter> received = others.iterator();
    return with(parameters.stream().map(each -> replaced(each, received)).toList());
  }

  private static Parameter replaced(Parameter parameter, Iterator<Parameter> received) {
    if (parameter.isWhole()) {
      return parameter.with(
          parameter.parts().stream().map(part -> replaced(part, received)).toList());
    }
    return isReceived(parameter) ? received.next() : parameter;
  }

  /** The same operation with a result of this type. */
  public Operation withResult(TypeRef type) {
    return with(parameters, type);
  }

  /** The same operation on these protocols. */
  public Operation withProtocols(Set<Protocol> offered) {
    return with(parameters, result, offered, errors, traits);
  }

  /** The same operation with these errors. */
  public Operation withErrors(List<JavaName> others) {
    return with(parameters, result, protocols, others, traits);
  }

  /** The same operation, whose calls take such keys. */
  public Operation withKeys(IdempotencyKeys keys) {
    return with(parameters, result, protocols, errors, traits.withKeys(keys));
  }

  /** The same operation of a resource, which no client calls by REST. */
  public Operation uncalled() {
    return with(
        adopted.map(AdoptedMethod::uncalled), parameters, result, protocols, errors, traits);
  }

  private Operation with(List<Parameter> others, TypeRef type) {
    return with(others, type, protocols, errors, traits);
  }

  private Operation with(
      List<Parameter> others,
      TypeRef type,
      Set<Protocol> offered,
      List<JavaName> thrown,
      MethodTraits known) {
    return with(adopted, others, type, offered, thrown, known);
  }

  private Operation with(
      Optional<AdoptedMethod> method,
      List<Parameter> others,
      TypeRef type,
      Set<Protocol> offered,
      List<JavaName> thrown,
      MethodTraits known) {
    return new Operation(
        name,
        exact,
        rpc,
        methodName,
        declaring,
        kind,
        method,
        others,
        form,
        library,
        type,
        route,
        access,
        offered,
        blocking,
        timeout,
        thrown,
        known,
        doc,
        deprecation,
        restDeprecation,
        origin);
  }

  /** Whether a parameter of this type is content of any media type, or several. */
  public static boolean isUpload(TypeRef type) {
    TypeRef present = type.present();
    TypeRef content = present instanceof TypeRef.ListRef list ? list.element() : present;
    return content instanceof TypeRef.ScalarRef scalar && scalar.scalar() == Scalar.UPLOAD;
  }

  /** The parameter whose values the caller streams, if there is one. */
  public Optional<Parameter> stream() {
    return parameters.stream()
        .filter(parameter -> parameter.role() == Parameter.Role.STREAM)
        .findFirst();
  }

  /** The parameters that are part of the contract, the streamed one included. */
  public List<Parameter> received() {
    return parameters.stream().flatMap(Parameter::told).filter(Operation::isReceived).toList();
  }

  /** The parameters that are part of the contract and have one value each. */
  public List<Parameter> arguments() {
    return values().stream()
        .flatMap(Parameter::told)
        .filter(parameter -> parameter.role() == Parameter.Role.ARGUMENT)
        .toList();
  }

  private static boolean isReceived(Parameter parameter) {
    return parameter.role() == Parameter.Role.ARGUMENT || parameter.role() == Parameter.Role.STREAM;
  }

  /** The types of what it receives, and of its result. */
  public Stream<TypeRef> references() {
    return Stream.of(
            received().stream().map(Parameter::type),
            metadata().stream().map(Parameter::type),
            Stream.of(result))
        .flatMap(each -> each);
  }

  /** The parameters, and the parts of parameters, that are in the headers of a request. */
  public List<Parameter> metadata() {
    return values().stream()
        .flatMap(Parameter::told)
        .filter(parameter -> parameter.role() == Parameter.Role.METADATA)
        .toList();
  }

  /**
   * The parameters of the method that have one value each, those that are made of several whole.
   */
  public List<Parameter> values() {
    return parameters.stream()
        .filter(
            parameter ->
                parameter.role() == Parameter.Role.ARGUMENT
                    || parameter.role() == Parameter.Role.METADATA)
        .toList();
  }

  /** The parameters of the method that are made of several in the contracts. */
  public List<Parameter> wholes() {
    return parameters.stream().filter(Parameter::isWhole).toList();
  }

  /** The parameter that this one is a part of, if it is one. */
  public Optional<Parameter> wholeOf(Parameter part) {
    return wholes().stream().filter(whole -> whole.parts().contains(part)).findFirst();
  }
}
