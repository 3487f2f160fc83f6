package io.triglot.processor.backend.grpc;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.javagen.JavaTypes;
import javax.lang.model.element.Modifier;

/** Writes {@code <Service>Messages}: the requests and responses that have no type of the user's. */
final class MessagesEmitter {
  private MessagesEmitter() {}

  static TypeSpec.Builder emit(ProtoService service) {
    TypeSpec.Builder holder =
        TypeSpec.classBuilder(service.source().javaName().generated("Messages").simpleName())
            .addJavadoc("The requests and responses of {@code $L}.\n", service.name().full())
            .addModifiers(Modifier.FINAL)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    for (ProtoMessage message : ServiceLowering.ownMessages(service)) {
      holder.addType(record(message));
      holder.addType(
          MarshallerEmitter.emit(message, false)
              .addModifiers(Modifier.STATIC, Modifier.FINAL)
              .build());
    }
    return holder;
  }

  private static TypeSpec record(ProtoMessage message) {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    message
        .fields()
        .forEach(field -> components.addParameter(JavaTypes.of(field.javaType()), field.javaName()));
    return TypeSpec.recordBuilder(message.name().simple())
        .addJavadoc("The protobuf message {@code $L}.\n", message.name().full())
        .recordConstructor(components.build())
        .build();
  }
}
