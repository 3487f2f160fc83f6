package io.triglot.runtime.adoption;

import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.MultivaluedMap;

/** Values under the older name. */
final class JavaxValues {
  private JavaxValues() {}

  static MultivaluedMap<String, String> map(
      jakarta.ws.rs.core.MultivaluedMap<String, String> values) {
    MultivaluedMap<String, String> map = new MultivaluedHashMap<>();
    map.putAll(values);
    return map;
  }
}
