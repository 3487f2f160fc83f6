package io.triglot.processor.frontend;

import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Parameter.Role;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.Container;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges parameters that are content of any media type: where it can be, and on what protocols. */
final class UploadRules {
  static final Rule PLACE = Rule.error("TriglotUpload");
  private static final Rule NOT_EVERYWHERE = Rule.note("TriglotUploadProtocols");
  private static final Set<Protocol> OFFERED = Set.of(Protocol.REST, Protocol.GRAPHQL);
  private static final String OFFERED_WORDS = "REST and GraphQL";

  private final Findings findings;

  UploadRules(Findings findings) {
    this.findings = findings;
  }

  /**
   * The protocols on which an operation with these parameters is offered; empty if there is none.
   *
   * @param wanted those on which it would be offered
   */
  Optional<Set<Protocol>> protocols(
      List<Parameter> parameters, ResultForm result, Set<Protocol> wanted, Origin operation) {
    Optional<Parameter> upload =
        parameters.stream().flatMap(Parameter::told).filter(each -> isUpload(each)).findFirst();
    if (upload.isEmpty()) {
      return Optional.of(wanted);
    }
    Origin origin = upload.get().origin();
    if (result == ResultForm.PUBLISHER || parameters.stream().anyMatch(UploadRules::isStream)) {
      return findings.refuse(
          PLACE,
          origin,
          origin
              + " is an Upload, which is read before there is a result, but "
              + operation
              + " streams.",
          "Split the operation into one that takes the content and one that streams.");
    }
    Set<Protocol> offered = EnumSet.noneOf(Protocol.class);
    offered.addAll(wanted);
    offered.retainAll(OFFERED);
    if (offered.isEmpty()) {
      return findings.refuse(
          PLACE,
          origin,
          origin + " is an Upload, which is offered on " + OFFERED_WORDS + " only.",
          "Offer the operation there, or take byte[].");
    }
    if (offered.size() < wanted.size()) {
      findings.report(
          NOT_EVERYWHERE,
          origin,
          origin + " is an Upload, which is offered on " + OFFERED_WORDS + " only.",
          "Write the protocols of the operation to say that you know.");
    }
    return Optional.of(offered);
  }

  /** Whether a type that holds such content is one that requests can have; else reports it. */
  boolean fits(ParameterReader.Read parameter, TypeRef type) {
    TypeRef present = type.present();
    boolean known =
        present instanceof ScalarRef
            || present instanceof ListRef list
                && list.container() == Container.LIST
                && list.element() instanceof ScalarRef element
                && !element.nullable();
    boolean plain = !(type instanceof OptionalRef optional) || !optional.form().isPatch();
    if (!known || !plain) {
      findings.report(
          PLACE,
          parameter.origin(),
          parameter.origin() + " holds an Upload in a way that no request has.",
          "Take an Upload, an Optional of one, or a List.");
    }
    return known && plain;
  }

  private static boolean isUpload(Parameter parameter) {
    return parameter.role() == Role.ARGUMENT && Operation.isUpload(parameter.type());
  }

  private static boolean isStream(Parameter parameter) {
    return parameter.role() == Role.STREAM;
  }
}
