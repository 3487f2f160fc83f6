package io.triglot.processor.frontend;

import io.triglot.processor.model.TypeRef;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** The form that an annotation gives to the values of a field, parameter or type. */
interface FieldForm {
  /** The form that the types have of themselves. */
  FieldForm NATURAL =
      new FieldForm() {
        @Override
        public boolean takes(TypeMirror type) {
          return false;
        }

        @Override
        public Optional<TypeRef> read(TypeMirror type, boolean nullable, Path path) {
          return Optional.empty();
        }
      };

  /** Whether values of this type have the form; else their parts may have. */
  boolean takes(TypeMirror type);

  /** A use of a type that has the form; empty if the type was refused. */
  Optional<TypeRef> read(TypeMirror type, boolean nullable, Path path);
}
