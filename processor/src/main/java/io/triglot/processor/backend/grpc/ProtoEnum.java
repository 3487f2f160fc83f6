package io.triglot.processor.backend.grpc;

import io.triglot.processor.model.Doc;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Origin;
import java.util.List;
import java.util.Optional;

/**
 * An enum and the Java enum that it carries.
 *
 * @param apiName the name in the contracts, for messages
 * @param values in order of their numbers, the first one is 0
 * @param reserved what former values had
 * @param numbering the class that maps constants to numbers
 */
record ProtoEnum(
    ProtoName name,
    String apiName,
    Doc doc,
    boolean deprecated,
    List<Value> values,
    Reserved reserved,
    JavaName javaType,
    JavaName numbering,
    Origin origin) {

  ProtoEnum {
    values = List.copyOf(values);
  }

  /** The same enum, which must not use these. */
  ProtoEnum without(Reserved former) {
    return new ProtoEnum(
        name, apiName, doc, deprecated, values, former, javaType, numbering, origin);
  }

  /**
   * A value.
   *
   * @param name with the enum's own in front, such as {@code ORDER_STATUS_PENDING}
   * @param constant the Java constant; none for the value that says that nothing was specified
   */
  record Value(
      String name,
      int number,
      Optional<String> constant,
      Doc doc,
      boolean deprecated,
      Origin origin) {}
}
