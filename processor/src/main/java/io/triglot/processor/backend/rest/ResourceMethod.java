package io.triglot.processor.backend.rest;

import com.palantir.javapoet.NameAllocator;
import io.triglot.processor.javagen.Names;
import io.triglot.processor.model.Accessor;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Paging;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.RestDeprecation;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.Versions;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An operation on REST.
 *
 * @param origin where its route is written, or the operation itself where it is inferred
 * @param pathVariables from left to right
 * @param queryParameters in the order of the Java parameters
 * @param success what a call that succeeds is answered with
 */
record ResourceMethod(
    Operation operation,
    String httpMethod,
    PathTemplate path,
    Origin origin,
    List<PathVariable> pathVariables,
    List<Parameter> queryParameters,
    RequestBody body,
    Success success) {

  ResourceMethod {
    pathVariables = List.copyOf(pathVariables);
    queryParameters = List.copyOf(queryParameters);
  }

  /**
   * A variable of the path.
   *
   * @param name its name in the path
   * @param parameter the parameter that it binds; empty where there is none, which is an error
   */
  record PathVariable(String name, Optional<Parameter> parameter) {}

  /** What a request carries. */
  sealed interface RequestBody {
    /** Nothing. */
    record None() implements RequestBody {}

    /**
     * The value of one parameter of an object type.
     *
     * @param mergePatch whether it is a patch of what the path names (RFC 7396)
     */
    record Whole(Parameter parameter, boolean mergePatch) implements RequestBody {}

    /** Values that follow one another, a line of JSON each, which are one parameter. */
    record Lines(Parameter parameter) implements RequestBody {}

    /** Content of any media type, which is one parameter. */
    record Content(Parameter parameter) implements RequestBody {}

    /** A form whose fields are parameters; one in parts, where some are files. */
    record Form(List<Parameter> parameters) implements RequestBody {
      /** Takes a copy. */
      public Form {
        parameters = List.copyOf(parameters);
      }

      /** Whether some of its fields are files. */
      boolean hasFiles() {
        return parameters.stream().map(Parameter::type).anyMatch(Operation::isUpload);
      }
    }

    /** An object whose fields are parameters. */
    record Properties(List<Parameter> parameters) implements RequestBody {
      /** Takes a copy. */
      public Properties {
        parameters = List.copyOf(parameters);
      }
    }
  }

  /**
   * The response to a call that succeeds.
   *
   * @param absent what a result that is not there is answered with
   * @param location where what is created is found, or what becomes of work that is accepted
   * @param version the accessor of the result's version, if it has one
   * @param eventId what tells the elements of a stream apart, if something does
   * @param page what stands behind the result and reads its page, where it is or has one
   */
  record Success(
      Absent absent,
      Optional<Location> location,
      Optional<Accessor> version,
      Optional<Field> eventId,
      Optional<String> page) {}

  /**
   * Where a result is found afterwards.
   *
   * @param collection the path of what contains it
   * @param id the accessor of the last segment of its own path
   */
  record Location(String collection, Accessor id) {}

  /** What a result that is not there is answered with. */
  enum Absent {
    /** The result is always there. */
    NEVER,
    /** 204. */
    NO_CONTENT,
    /** 404. */
    NOT_FOUND
  }

  /** The status of a call that succeeds and has a result. */
  int status() {
    return isAccepted() ? 202 : success.location().isPresent() ? 201 : 200;
  }

  /** Whether the work is still to be done when a call has been answered. */
  boolean isAccepted() {
    return operation.traits().hints().accepted();
  }

  /** The route as it is written, such as {@code GET /products/{id}}. */
  String route() {
    return httpMethod + " " + path;
  }

  /** The name of the Java method that answers. */
  String handlerName() {
    return new NameAllocator().newName(operation.name());
  }

  /** Since when, and until when, it is deprecated, if there is anything for headers to tell. */
  Optional<RestDeprecation> deprecation() {
    return operation.restDeprecation().filter(RestDeprecation::isDated);
  }

  /** The constant of the routes that holds the deprecation. */
  String deprecationName() {
    return Names.constant(operation) + "_DEPRECATION";
  }

  /** Whether a call is answered with the page of a list that the query asks for. */
  boolean isPaged() {
    return success.page().isPresent()
        && operation.wholes().stream().anyMatch(Paging::isRequest)
        && !hasBody();
  }

  /** The parameter that says which version is expected, if there is one. */
  Optional<Parameter> expectedVersion() {
    return operation.arguments().stream()
        .filter(each -> Versions.isExpected(each.type()))
        .findFirst();
  }

  /** Whether callers can ask for some of the result's fields. */
  boolean isSparse() {
    return operation.traits().hints().sparse();
  }

  /** Whether callers can ask for batched fields beside the result's own. */
  boolean isExpandable() {
    return operation.traits().hints().expand();
  }

  /** Whether answers have an entity tag. */
  boolean isTagged() {
    return !isStream()
        && !isDownload()
        && !isAccepted()
        && (success.version().isPresent() || operation.traits().hints().tagged());
  }

  /** Whether a client can be told that what it has is what there is. */
  boolean isConditional() {
    return isTagged() && httpMethod.equals("GET");
  }

  /** Whether no call has a result. */
  boolean isVoid() {
    return operation.result() instanceof TypeRef.VoidRef && !isDownload();
  }

  /** Whether a call is answered with content of any media type. */
  boolean isDownload() {
    return operation.traits().download();
  }

  /** Whether a call is answered with a stream. */
  boolean isStream() {
    return operation.form() == ResultForm.PUBLISHER;
  }

  /** The media type of a request's body, where it has one. */
  String consumed() {
    if (body instanceof RequestBody.Content) {
      return MediaTypes.OCTETS;
    }
    if (body instanceof RequestBody.Lines) {
      return MediaTypes.NDJSON;
    }
    if (body instanceof RequestBody.Form form) {
      return form.hasFiles() ? MediaTypes.MULTIPART : MediaTypes.FORM;
    }
    return MediaTypes.JSON;
  }

  /** Whether a request's body is not held as a whole. */
  boolean isReadAsItComes() {
    return body instanceof RequestBody.Content
        || body instanceof RequestBody.Lines
        || body instanceof RequestBody.Form form && form.hasFiles();
  }

  /** Whether a request has a body. */
  boolean hasBody() {
    return !(body instanceof RequestBody.None);
  }

  /** Whether a request's body is a merge patch. */
  boolean isMergePatch() {
    return body instanceof RequestBody.Whole whole && whole.mergePatch();
  }

  /** The same method under another spelling of its path, with the same literals. */
  ResourceMethod withPath(PathTemplate spelled) {
    List<String> names = spelled.variables();
    List<PathVariable> renamed =
        IntStream.range(0, names.size())
            .mapToObj(i -> new PathVariable(names.get(i), pathVariables.get(i).parameter()))
            .toList();
    return new ResourceMethod(
        operation, httpMethod, spelled, origin, renamed, queryParameters, body, success);
  }
}
