package io.triglot.processor.javagen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import io.triglot.processor.model.ServiceOutline;
import io.triglot.processor.spi.OutputSink;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Classes that stand in for generated ones as long as there is an error in their service: they can
 * be mentioned, but not used.
 */
public final class Stubs {
  private static final ClassName CALLS = ClassName.get("io.triglot.runtime", "Calls");

  private Stubs() {}

  /** A public class of this suffix, without members. */
  public static TypeSpec.Builder type(ServiceOutline service, String suffix) {
    return TypeSpec.classBuilder(service.javaName().generated(suffix).simpleName())
        .addJavadoc(
            "Stands in until the errors in {@link $T} are corrected.\n",
            JavaTypes.className(service.javaName()))
        .addAnnotation(
            AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "{$S, $S, $S}", "deprecation", "rawtypes", "removal")
                .build())
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL);
  }

  /** A public class of this suffix that is made from a service and its calls. */
  public static TypeSpec.Builder binding(ServiceOutline service, String suffix) {
    return type(service, suffix)
        .addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addParameter(JavaTypes.className(service.javaName()), "service")
                .addParameter(CALLS, "calls")
                .build());
  }

  /**
   * A client, with the methods of the service.
   *
   * @param taken the names that methods of the client have anyway
   */
  public static TypeSpec.Builder client(ServiceOutline service, String suffix, Set<String> taken) {
    boolean implementing =
        !service.interfaces().isEmpty()
            && service.methods().stream().noneMatch(method -> taken.contains(method.name()));
    TypeSpec.Builder type = type(service, suffix);
    if (implementing) {
      service.interfaces().forEach(each -> type.addSuperinterface(JavaTypes.className(each)));
    }
    service.methods().forEach(method -> type.addMethod(client(method, implementing, taken)));
    return type;
  }

  private static MethodSpec client(
      ServiceOutline.Method method, boolean implementing, Set<String> taken) {
    String name =
        !implementing && taken.contains(method.name()) ? method.name() + "_" : method.name();
    MethodSpec.Builder stub = method(name, spelled(method.returned()));
    method.parameters().stream()
        .filter(parameter -> implementing || !parameter.context())
        .forEach(parameter -> stub.addParameter(spelled(parameter.type()), parameter.name()));
    method.exceptions().forEach(exception -> stub.addException(spelled(exception)));
    return stub.build();
  }

  /** A public method that only throws. */
  public static MethodSpec.Builder method(String name, TypeName returned) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .returns(returned)
        .addStatement("throw new $T()", UnsupportedOperationException.class);
  }

  /** The same for a method of a supertype. */
  public static MethodSpec.Builder override(String name, TypeName returned) {
    return method(name, returned).addAnnotation(Override.class);
  }

  /** A type as an outline spells it. */
  public static TypeName spelled(String type) {
    // JavaPoet writes the name of a type variable as it is.
    return type.equals("void") ? TypeName.VOID : TypeVariableName.get(type);
  }

  /** Writes a class. */
  public static void write(
      ServiceOutline service, String suffix, TypeSpec.Builder type, OutputSink sink) {
    GeneratedJava.write(
        sink,
        service.javaName().generated(suffix),
        service.javaName(),
        type,
        List.of(service.origin()));
  }
}
