package io.triglot.processor.backend.grpc;

import io.triglot.processor.model.Doc;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Origin;
import java.util.List;

/**
 * A message and the Java type that it carries.
 *
 * @param fields in the order in which Java declares them
 * @param javaType the user's type, or the record that is generated for a request or response
 * @param marshaller the class that writes and reads it
 */
record ProtoMessage(
    ProtoName name,
    Doc doc,
    boolean deprecated,
    List<ProtoField> fields,
    JavaName javaType,
    ObjectType.Construction construction,
    JavaName marshaller,
    Origin origin) {

  ProtoMessage {
    fields = List.copyOf(fields);
  }
}
