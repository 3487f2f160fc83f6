package io.triglot.processor.backend.rest;

import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The media types in which clients send and take entities of resources that have some of their own.
 */
final class EntityTypes {
  private static final String JSON = "application/(json|[\\w.-]+\\+json)(;.*)?";
  private static final String TEXT = "text/plain(;.*)?";

  private EntityTypes() {}

  /** What a request says that its body is. */
  static String sent(TypeRef type, List<String> consumes) {
    return consumes.stream()
        .filter(each -> isRead(type, each))
        .findFirst()
        .map(each -> each.matches("text/[^;]*") ? each + ";charset=UTF-8" : each)
        .orElse(isPlain(type, Scalar.BYTES) ? "application/octet-stream" : ownType(type));
  }

  /** What a request accepts. */
  static String accepted(TypeRef type, List<String> produces) {
    String known =
        produces.stream().filter(each -> isRead(type, each)).collect(Collectors.joining(", "));
    return !known.isEmpty() ? known : isText(type) ? "*/*" : MediaTypes.JSON;
  }

  private static boolean isRead(TypeRef type, String mediaType) {
    return mediaType.matches(JSON)
        || type.present() instanceof ScalarRef && mediaType.matches(TEXT);
  }

  private static String ownType(TypeRef type) {
    return isPlain(type, Scalar.STRING) ? "text/plain;charset=UTF-8" : MediaTypes.JSON;
  }

  private static boolean isText(TypeRef type) {
    return isPlain(type, Scalar.STRING) || isPlain(type, Scalar.BYTES);
  }

  private static boolean isPlain(TypeRef type, Scalar kind) {
    return type.present() instanceof ScalarRef scalar && scalar.scalar() == kind;
  }
}
