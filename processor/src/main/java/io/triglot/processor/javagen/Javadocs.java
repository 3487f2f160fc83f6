package io.triglot.processor.javagen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.EntityMethod;
import io.triglot.processor.model.MethodTraits;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeRef.JavaType;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The user's descriptions as Javadoc of generated code. */
public final class Javadocs {
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`|[^`]+|`");

  private Javadocs() {}

  /**
   * The description as the body of a Javadoc comment, with its paragraphs and its code; what would
   * end or break the comment is escaped.
   */
  public static CodeBlock of(Doc doc) {
    String[] paragraphs = doc.text().split("\n{2,}");
    return CodeBlock.of(
        "$L", Stream.of(paragraphs).map(Javadocs::inline).collect(Collectors.joining("\n\n<p>")));
  }

  /** The description of an operation, and the way to its method. */
  public static CodeBlock of(Service service, Operation operation) {
    CodeBlock see = see(service, operation);
    return operation.doc().isEmpty() ? see : CodeBlock.of("$L\n\n$L", of(operation.doc()), see);
  }

  /** The tag that leads to the method behind an operation. */
  public static CodeBlock see(Service service, Operation operation) {
    return see(service, operation.methodName(), operation.traits());
  }

  /** The tag that leads to the method behind a batched field. */
  public static CodeBlock see(Service service, BatchField field) {
    return see(service, field.methodName(), field.traits());
  }

  /** The tag that leads to the method that finds entities. */
  public static CodeBlock see(Service service, EntityMethod method) {
    return see(service, method.methodName(), method.traits());
  }

  /** Leads to the class where the types of the parameters have no names here. */
  private static CodeBlock see(Service service, String name, MethodTraits traits) {
    ClassName type = JavaTypes.className(service.javaName());
    return traits
        .signature()
        .map(types -> CodeBlock.of("@see $T#$L($L)\n", type, name, joined(types)))
        .orElseGet(() -> CodeBlock.of("@see $T\n", type));
  }

  /** JavaPoet does not wrap comments. */
  private static CodeBlock joined(List<JavaType> types) {
    return types.stream()
        .map(each -> CodeBlock.of("$T", JavaTypes.of(each)))
        .collect(CodeBlock.joining(types.size() > 3 ? ",\n    " : ", "));
  }

  /** Text as it may stand in a Javadoc comment. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("{", "&#123;")
        .replace("\\", "&#92;")
        .replace("*/", "*&#47;");
  }

  private static String inline(String markdown) {
    return CODE.matcher(markdown).results().map(Javadocs::piece).collect(Collectors.joining());
  }

  private static String piece(MatchResult piece) {
    String code = piece.group(1);
    return code == null || !code.matches("[^{}@\\\\*]+")
        ? escape(piece.group())
        : "{@code " + code + "}";
  }
}
