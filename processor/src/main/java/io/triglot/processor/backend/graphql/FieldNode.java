package io.triglot.processor.backend.graphql;

import io.triglot.processor.model.ConstraintText;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * A field of an object type or of an input type.
 *
 * @param source what of the model it is: an operation, a batched field or a field of a type
 * @param otherwise what stands for a value that a client leaves out; fields of input types only
 * @param deprecation the reason, where it is deprecated; may be empty text
 */
record FieldNode<J>(
    J source,
    String name,
    TypeUse type,
    List<ArgumentNode> arguments,
    Optional<DefaultValue> otherwise,
    Doc doc,
    Optional<String> deprecation,
    Origin origin) {

  /** Takes a copy. */
  FieldNode {
    arguments = List.copyOf(arguments);
  }

  /** The same field, of which only the description says that it is deprecated. */
  FieldNode<J> withoutDeprecation() {
    return new FieldNode<>(
        source,
        name,
        type,
        arguments,
        otherwise,
        doc.deprecated(deprecation),
        Optional.empty(),
        origin);
  }

  /** Whether a client must send it. */
  boolean isSent() {
    return type.required() && otherwise.isEmpty();
  }

  /**
   * An argument of a field.
   *
   * @param otherwise what stands for a value that a client leaves out
   */
  record ArgumentNode(Parameter source, TypeUse type, Optional<DefaultValue> otherwise) {
    /** Its name in the schema. */
    String name() {
      return ExactNames.graphql(source.exact(), source.name());
    }

    /** Its description, and what values have to be. */
    Doc doc() {
      Doc doc = ConstraintText.described(source.doc(), source.type(), source.constraints());
      return isSent() ? doc.deprecated(source.deprecation()) : doc;
    }

    /** The reason of a deprecation; there is none of what a client must send. */
    Optional<String> deprecation() {
      return isSent() ? Optional.empty() : source.deprecation();
    }

    private boolean isSent() {
      return type.required() && otherwise.isEmpty();
    }
  }
}
