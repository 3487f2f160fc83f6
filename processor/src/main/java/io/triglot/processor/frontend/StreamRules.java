package io.triglot.processor.frontend;

import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Parameter.Role;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.ResultForm;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges operations whose callers stream values: on what protocols they can be. */
final class StreamRules {
  private static final Set<Protocol> ONE_WAY = Set.of(Protocol.REST, Protocol.GRPC);
  private static final Set<Protocol> BOTH_WAYS = Set.of(Protocol.GRPC);

  private final Findings findings;

  StreamRules(Findings findings) {
    this.findings = findings;
  }

  /**
   * The protocols on which an operation with these parameters is offered; empty if there is none.
   *
   * @param wanted those on which it would be offered
   */
  Optional<Set<Protocol>> protocols(
      List<Parameter> parameters, ResultForm result, Set<Protocol> wanted, Origin operation) {
    List<Parameter> streams =
        parameters.stream().filter(each -> each.role() == Role.STREAM).toList();
    if (streams.isEmpty()) {
      return Optional.of(wanted);
    }
    if (streams.size() > 1) {
      return findings.refuse(
          OperationRules.STREAMED_PARAMETERS,
          streams.get(1).origin(),
          operation + " takes more than one stream of values.",
          "Stream values of one type that has what both have.");
    }
    Origin origin = streams.get(0).origin();
    boolean bothWays = result == ResultForm.PUBLISHER;
    String problem =
        origin
            + (bothWays
                ? " is a stream of values beside the one that is returned, which is offered on gRPC"
                    + " only."
                : " is a stream of values, which is offered on REST and gRPC only.");
    Set<Protocol> offered = EnumSet.noneOf(Protocol.class);
    offered.addAll(wanted);
    offered.retainAll(bothWays ? BOTH_WAYS : ONE_WAY);
    if (offered.isEmpty()) {
      return findings.refuse(
          OperationRules.STREAMED_PARAMETERS,
          origin,
          problem,
          "Offer the operation there, or take a List.");
    }
    if (offered.size() < wanted.size()) {
      findings.report(
          OperationRules.STREAM_PROTOCOLS,
          origin,
          problem,
          "Write the protocols of the operation to say that you know.");
    }
    return Optional.of(offered);
  }
}
