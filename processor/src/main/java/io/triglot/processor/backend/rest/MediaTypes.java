package io.triglot.processor.backend.rest;

/** The media types that REST speaks. */
final class MediaTypes {
  static final String MULTIPART = "multipart/form-data";
  static final String OCTETS = "application/octet-stream";
  static final String JSON = "application/json";
  static final String MERGE_PATCH = "application/merge-patch+json";
  static final String PROBLEM = "application/problem+json";
  static final String EVENT_STREAM = "text/event-stream";
  static final String NDJSON = "application/x-ndjson";

  /** Fields of a form (URL Standard, section 5). */
  static final String FORM = "application/x-www-form-urlencoded";

  private MediaTypes() {}
}
