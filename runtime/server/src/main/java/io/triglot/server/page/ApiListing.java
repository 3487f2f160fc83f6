package io.triglot.server.page;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the start page tells of an API. Immutable.
 *
 * @param title what the API is called
 * @param services the services, in the order in which they are to be shown
 * @param types what operations receive and give, in the order in which they are to be shown
 * @param grpcPort the port on which gRPC is served
 * @param schema whether the GraphQL schema is told
 */
public record ApiListing(
    String title, List<Service> services, List<Type> types, int grpcPort, boolean schema) {
  /**
   * Stands in {@linkplain Address#call() calls} for the address of REST and GraphQL, which each
   * reader has from the address of the page. No text of a contract has it.
   */
  public static final String HTTP = "\uE000";

  /** Stands in calls for the address of gRPC. */
  public static final String GRPC = "\uE001";

  /** Takes a copy. */
  public ApiListing {
    services = List.copyOf(services);
    types = List.copyOf(types);
  }

  /**
   * A service with its operations. Texts are empty where there is nothing to say.
   *
   * @param doc the description, in Markdown
   * @param deprecation that it is deprecated and why, in Markdown
   */
  public record Service(String name, String doc, String deprecation, List<Operation> operations) {
    /** Takes a copy. */
    public Service {
      operations = List.copyOf(operations);
    }
  }

  /**
   * An operation or a batched field, and where it is found on each protocol.
   *
   * @param name unique in its service
   * @param signature the name, what it receives and what it gives
   * @param doc the description, in Markdown
   * @param arguments what it receives, as far as something is said of it
   * @param deprecation that it is deprecated and why, in Markdown
   * @param access who may call, in words
   * @param errors the errors that it declares, each with its canonical code
   * @param addresses in the order in which they are shown; none for a protocol that does not have
   *     it
   */
  public record Operation(
      String name,
      String signature,
      String doc,
      List<Argument> arguments,
      String deprecation,
      String access,
      List<Failure> errors,
      List<Address> addresses) {
    /** Takes copies. */
    public Operation {
      arguments = List.copyOf(arguments);
      errors = List.copyOf(errors);
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * Something that an operation receives.
   *
   * @param doc the description, in Markdown
   */
  public record Argument(String name, String doc) {}

  /**
   * A declared error.
   *
   * @param reason the constant that programs switch on
   * @param code the canonical code, such as {@code NOT_FOUND}
   */
  public record Failure(String reason, String code) {}

  /**
   * Where an operation is found on a protocol.
   *
   * @param protocol what people call it
   * @param text as people who know the protocol write it, such as {@code GET /products/{id}}
   * @param call a line for a shell that calls it; null where there is none
   */
  public record Address(String protocol, String text, @Nullable String call) {}

  /**
   * A type.
   *
   * @param name in the contracts
   * @param names by what people call a protocol, what it is called there, where that is another
   *     name
   * @param doc the description, in Markdown
   * @param fields its fields, values or members
   */
  public record Type(String name, Map<String, String> names, String doc, List<Field> fields) {
    /** Takes copies. */
    public Type {
      names = Collections.unmodifiableMap(new TreeMap<>(names));
      fields = List.copyOf(fields);
    }
  }

  /**
   * A field of a type.
   *
   * @param doc the description, in Markdown
   * @param forms what it is on each protocol that has it, by what people call the protocol
   */
  public record Field(String name, String doc, Map<String, String> forms) {
    /** Takes a copy. */
    public Field {
      forms = Map.copyOf(forms);
    }
  }
}
