package io.triglot.processor.frontend;

/** The qualified names of Triglot's own annotations and types. */
final class Triglot {
  static final String PACKAGE = "io.triglot";
  static final String OPERATION = "io.triglot.ApiOperation";
  static final String SERVICE = "io.triglot.ApiService";
  static final String TYPE = "io.triglot.ApiType";
  static final String FIELD = "io.triglot.ApiField";
  static final String NAME = "io.triglot.ApiName";
  static final String ERROR = "io.triglot.ApiError";
  static final String BATCH = "io.triglot.ApiBatch";
  static final String ENTITY = "io.triglot.ApiEntity";
  static final String FEDERATED = "io.triglot.ApiFederated";
  static final String REST_DEPRECATED = "io.triglot.ApiRestDeprecated";
  static final String CONVERTER = "io.triglot.ApiConverter";
  static final String PAGE_REQUEST = "io.triglot.PageRequest";
  static final String DOWNLOAD = "io.triglot.runtime.Download";
  static final String UPLOAD = "io.triglot.runtime.Upload";
  static final String CALL_CONTEXT = "io.triglot.runtime.CallContext";

  private Triglot() {}
}
