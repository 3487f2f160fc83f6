package io.triglot.processor.frontend;

import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Parameter.Role;
import io.triglot.processor.model.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges operations whose callers stream values: only gRPC has them. */
final class StreamRules {
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
      List<Parameter> parameters, Set<Protocol> wanted, Origin operation) {
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
    if (!wanted.contains(Protocol.GRPC)) {
      return findings.refuse(
          OperationRules.STREAMED_PARAMETERS,
          streams.get(0).origin(),
          streams.get(0).origin() + " is a stream of values, which is offered on gRPC only.",
          "Offer the operation on gRPC, or take a List.");
    }
    if (wanted.size() > 1) {
      findings.report(
          OperationRules.GRPC_ONLY,
          streams.get(0).origin(),
          streams.get(0).origin() + " is a stream of values, which is offered on gRPC only.",
          "Write protocols = Protocol.GRPC to say that you know.");
    }
    return Optional.of(Set.of(Protocol.GRPC));
  }
}
