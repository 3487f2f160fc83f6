package io.triglot.processor.backend.rest;

import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.ScalarRef;

/** Tells which types of parameters a path and a query can carry. */
final class ParameterTypes {
  private ParameterTypes() {}

  /** Whether a value is one piece of text. */
  static boolean isText(ApiModel model, TypeRef type) {
    TypeRef carrier = type.carrier();
    return carrier instanceof ScalarRef scalar && !scalar.scalar().isStructured()
        || carrier instanceof NamedRef named && model.definition(named) instanceof EnumType;
  }

  /** Whether a query can carry a value: text that may be absent, or may repeat. */
  static boolean fitsQuery(ApiModel model, TypeRef type) {
    TypeRef value = type.present().carrier();
    return isText(model, value)
        || value instanceof ListRef list
            && isText(model, list.element())
            && !list.element().nullable();
  }
}
