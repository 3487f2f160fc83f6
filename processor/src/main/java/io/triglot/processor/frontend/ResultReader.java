package io.triglot.processor.frontend;

import io.triglot.processor.model.AsyncLibrary;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.TypeRef;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads what a method returns, and how it hands it over. */
final class ResultReader {
  private final TypeRefReader types;
  private final Findings findings;

  ResultReader(TypeRefReader types, Findings findings) {
    this.types = types;
    this.findings = findings;
  }

  /** The form of a result, and the type of its value or of one element. */
  record Result(ResultForm form, AsyncLibrary library, TypeRef type) {}

  /** The result; empty if its type was refused. */
  Optional<Result> read(OperationMethod method) {
    TypeMirror type = method.type().getReturnType();
    Path path = Path.from(method.origin());
    ResultForm form = form(type);
    TypeRefReader formed = types.formed(FieldAnnotation.of(List.of(method.declaration())));
    if (DownloadRules.isDownload(type)) {
      return Optional.of(new Result(form, AsyncLibrary.JDK, new TypeRef.VoidRef()));
    }
    if (form == ResultForm.VALUE) {
      return formed
          .readResult(type, method.declaration(), path)
          .map(value -> new Result(form, AsyncLibrary.JDK, value));
    }
    List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
    if (arguments.isEmpty()) {
      return findings.refuse(
          TypeRules.RAW_TYPE,
          path.origin(),
          TypeText.of(type) + " is used without type arguments" + TypeRefusals.reached(path) + ".",
          "Write what it will hold, such as " + TypeText.of(type) + "<String>.");
    }
    TypeMirror value = arguments.get(0);
    Optional<TypeRef> read =
        form == ResultForm.STAGE ? formed.readStaged(value, path) : formed.readElement(value, path);
    return read.map(element -> new Result(form, library(type), element));
  }

  static ResultForm form(TypeMirror type) {
    return AsyncType.of(type).map(AsyncType::form).orElse(ResultForm.VALUE);
  }

  static AsyncLibrary library(TypeMirror type) {
    return AsyncType.of(type).map(AsyncType::library).orElse(AsyncLibrary.JDK);
  }
}
