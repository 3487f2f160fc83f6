package io.triglot.processor.report;

import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.FormattedRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import io.triglot.processor.model.TypeRef.VoidRef;

/** Uses of types as people read them: {@code [Product]?}, by the names of the contracts. */
record TypeText(ApiModel model) {

  /** A use of a type; a question mark tells that a value may be absent. */
  String of(TypeRef use) {
    if (use instanceof VoidRef) {
      return "nothing";
    }
    return use.nullable() ? present(use.present()) + "?" : present(use);
  }

  private String present(TypeRef use) {
    if (use instanceof OptionalRef optional) {
      return present(optional.value());
    }
    if (use instanceof ConvertedRef converted) {
      return present(converted.carrier());
    }
    if (use instanceof NamedRef named) {
      return model.definition(named).name();
    }
    if (use instanceof ListRef list) {
      return "[" + of(list.element()) + "]";
    }
    if (use instanceof MapRef map) {
      return "{" + of(map.key()) + ": " + of(map.value()) + "}";
    }
    if (use instanceof FormattedRef formatted) {
      return present(formatted.scalar());
    }
    return use instanceof ScalarRef scalar ? name(scalar) : "any";
  }

  /** The simple name of the class, without the arguments of a generic one. */
  private static String name(ScalarRef scalar) {
    return scalar.scalar().javaClass().replaceAll("<.*>", "").replaceAll(".*\\.", "");
  }
}
