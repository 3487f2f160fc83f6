package io.triglot.runtime.rest;

import java.util.Collection;

final class OpenApiDocument {
  static String merge(Collection<String> documents) {
    return documents.iterator().next();
  }
}
