package io.triglot.processor.backend.rest;

import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.TypeRef.ScalarRef;

/** Tells which types of parameters a path and a query can carry. */
final class ParameterTypes {
  private ParameterTypes() {}

  /** The type of a value that is there: that of an optional's value, else the type itself. */
  static TypeRef present(TypeRef type) {
    return type instanceof OptionalRef optional ? optional.value() : type;
  }

  /** Whether a value is one piece of text. */
  static boolean isText(ApiModel model, TypeRef type) {
    return type instanceof ScalarRef
        || type instanceof NamedRef named && model.definition(named) instanceof EnumType;
  }

  /** Whether a query can carry a value: text that may be absent, or may repeat. */
  static boolean fitsQuery(ApiModel model, TypeRef type) {
    TypeRef value = present(type);
    return isText(model, value)
        || value instanceof ListRef list
            && isText(model, list.element())
            && !list.element().nullable();
  }
}
