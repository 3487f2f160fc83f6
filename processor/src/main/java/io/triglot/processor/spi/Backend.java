package io.triglot.processor.spi;

import io.triglot.processor.contract.Fact;
import io.triglot.processor.contract.Lock;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.EntityMethod;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.ServiceOutline;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Makes one protocol's contract and code from the model.
 *
 * <p>Found by {@link java.util.ServiceLoader} on the processor path. One instance serves one
 * compilation; methods are functions of their arguments.
 */
public interface Backend {
  /** The stable name of the protocol in lower case, such as {@code grpc}. */
  String id();

  /** The names of the {@link Options} that it reads, in any order. */
  default Set<String> options() {
    return Set.of();
  }

  /**
   * Lowers the model of one round to this protocol's own tree and checks it. Nothing is written
   * yet.
   */
  Lowered lower(ApiModel model, Options options);

  /**
   * The model with what only the lock knows of it, such as the numbers of fields.
   *
   * @param lock what clients of the module rely on
   */
  default ApiModel locked(ApiModel model, Lock lock) {
    return model;
  }

  /**
   * Lowers the model of one round as {@link #lower(ApiModel, Options)} does.
   *
   * @param lock what clients of the module rely on, and what must not be used again
   */
  default Lowered lower(ApiModel model, Options options, Lock lock) {
    return lower(model, options);
  }

  /**
   * Writes the documents of the whole module, in the last round.
   *
   * @param fragments the {@linkplain Lowered#fragments() fragments} of all the module's services,
   *     of this compilation and of earlier ones that still hold
   */
  void writeModule(SortedMap<JavaName, String> fragments, Options options, OutputSink sink);

  /**
   * Writes the public classes of a service in which something is wrong, without working bodies, so
   * that code which mentions them does not hide the one error behind others.
   */
  default void writeStubs(ServiceOutline service, OutputSink sink) {}

  /** A model, lowered to one protocol. */
  interface Lowered {
    /** What the protocol cannot say, or not as the user means it. */
    List<Diagnostic> diagnostics();

    /**
     * Each service's part of the module's documents, in a text format of the back end's own;
     * nothing for a service that has no part in them. What two services share, such as a type, both
     * have.
     */
    SortedMap<JavaName, String> fragments();

    /**
     * What the contract says that clients rely on; in any order. A fact without a member tells that
     * a block is there.
     */
    default List<Fact> facts() {
      return List.of();
    }

    /**
     * Where callers find an operation, as people who know the protocol write it: {@code GET
     * /products/{id}}; empty where it is not offered.
     */
    default Optional<String> address(Service service, Operation operation) {
      return Optional.empty();
    }

    /** Where routers find what finds entities; empty where it is not offered. */
    default Optional<String> address(Service service, EntityMethod method) {
      return Optional.empty();
    }

    /** Where callers find a batched field; empty where it is not offered. */
    default Optional<String> address(Service service, BatchField field) {
      return Optional.empty();
    }

    /** What callers call the values that they send. */
    default InputNaming inputNaming() {
      return InputNaming.COMMON;
    }

    /** Writes the Java sources for the services and types of the round. Called if all is well. */
    void write(OutputSink sink);
  }
}
