package io.triglot.processor.frontend;

import io.triglot.processor.diagnostic.Rule;

/** The rules about services and operations that the front end sees broken while it reads. */
final class OperationRules {
  static final Rule UNKNOWN_KIND = Rule.error("TriglotUnknownKind");
  static final Rule KIND_CONFLICT = Rule.error("TriglotKindConflict");
  static final Rule MALFORMED_ROUTE = Rule.error("TriglotMalformedRoute");
  static final Rule INACCESSIBLE_OPERATION = Rule.error("TriglotInaccessibleOperation");
  static final Rule GENERIC_OPERATION = Rule.error("TriglotGenericOperation");
  static final Rule GENERIC_SERVICE = Rule.note("TriglotGenericService");
  static final Rule ACCESS_CONFLICT = Rule.error("TriglotAccessConflict");
  static final Rule OPEN_OPERATION = Rule.warning("TriglotOpenOperation");
  static final Rule SERVICE_VERSION = Rule.error("TriglotServiceVersion");
  static final Rule TIMEOUT = Rule.error("TriglotTimeout");
  static final Rule REST_DEPRECATION = Rule.error("TriglotRestDeprecation");
  static final Rule BATCH_SHAPE = Rule.error("TriglotBatchShape");
  static final Rule ENTITY_SHAPE = Rule.error("TriglotEntityShape");
  static final Rule ERROR_TYPE = Rule.error("TriglotErrorType");
  static final Rule ERROR_PROPERTY = Rule.error("TriglotErrorProperty");
  static final Rule ERROR_CONSTRUCTOR = Rule.note("TriglotErrorConstructor");
  static final Rule NOT_EXPOSED = Rule.error("TriglotNotExposed");

  static final Rule PARAMETER_OBJECT = Rule.error("TriglotParameterObject");
  static final Rule STREAMED_PARAMETERS = Rule.error("TriglotStreamedParameters");
  static final Rule STREAM_PROTOCOLS = Rule.note("TriglotStreamProtocols");
  static final Rule NOT_ADOPTED = Rule.note("TriglotNotAdopted");

  private OperationRules() {}
}
