package io.triglot.processor.model;

import java.util.List;

/**
 * The resource method behind an operation of an adopted service: how REST calls it, and how the
 * other protocols do.
 *
 * @param verb the HTTP method, such as {@code GET}
 * @param path the whole path template as it is written, that of the class included, with the
 *     regular expressions of its variables; begins with a slash
 * @param arguments of all its parameters, in order
 * @param injected what the container injects into the instance, as far as callers send it
 * @param signature the erased types of its parameters, as Java spells them
 * @param constrained whether what it returns has constraints that are to be checked
 * @param outcome what becomes of what it returns
 * @param library whose stage or publisher it returns
 * @param consumes the media types that it takes; empty where nothing is said
 * @param produces the media types that it gives; empty where nothing is said
 * @param callable whether a generated client can call it by its REST
 */
public record AdoptedMethod(
    String verb,
    String path,
    List<Argument> arguments,
    List<Argument> injected,
    List<String> signature,
    boolean constrained,
    Outcome outcome,
    AsyncLibrary library,
    List<String> consumes,
    List<String> produces,
    boolean callable) {
  /** Takes copies. */
  public AdoptedMethod {
    arguments = List.copyOf(arguments);
    injected = List.copyOf(injected);
    signature = List.copyOf(signature);
    consumes = List.copyOf(consumes);
    produces = List.copyOf(produces);
  }

  /** The same method, which no client calls by REST. */
  AdoptedMethod uncalled() {
    return new AdoptedMethod(
        verb,
        path,
        arguments,
        injected,
        signature,
        constrained,
        outcome,
        library,
        consumes,
        produces,
        false);
  }

  /** What a resource method answers with. */
  public enum Outcome {
    /** The entity, or nothing. */
    ENTITY,
    /** A {@code Response} or any other object that has the entity in it. */
    RESPONSE,
    /** RESTEasy Reactive's {@code RestResponse}, which can be made a {@code Response}. */
    REST_RESPONSE,
    /** Whatever the {@code AsyncResponse} among its arguments is resumed with. */
    SUSPENDED
  }
}
