package io.triglot.processor.frontend;

import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The form of parameters that are content of any media type, which nothing else can be. */
final class UploadForm implements FieldForm {
  static final UploadForm INSTANCE = new UploadForm();

  private UploadForm() {}

  /** Whether a parameter is such content, or holds it. */
  static boolean isIn(TypeMirror type) {
    return type instanceof DeclaredType declared
        && (isUpload(declared)
            || CollectionReader.holdsOthers((TypeElement) declared.asElement())
                && declared.getTypeArguments().stream().anyMatch(UploadForm::isIn));
  }

  /** Whether a type is such content. */
  static boolean isUpload(DeclaredType type) {
    return ((TypeElement) type.asElement()).getQualifiedName().contentEquals(Triglot.UPLOAD);
  }

  @Override
  public boolean takes(TypeMirror type) {
    return type instanceof DeclaredType declared && isUpload(declared);
  }

  @Override
  public Optional<TypeRef> read(TypeMirror type, boolean nullable, Path path) {
    return Optional.of(new ScalarRef(Scalar.UPLOAD, false, nullable));
  }
}
