package io.triglot.processor.backend.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.grpc.MessageMarshaller;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated marshallers against protobuf-java with what protoc makes of the emitted files. */
class GeneratedMarshallerTest {
  private static final int MESSAGES = 300;

  /** Fields that are strings on the wire and something stricter in Java. */
  private static final Map<String, List<String>> TEXTS =
      Map.of(
          "letter", List.of("x", "ß"),
          "price", List.of("0", "-1.50", "1E+3"),
          "prices", List.of("7.00"),
          "huge", List.of("12345678901234567890"),
          "uuid", List.of("123e4567-e89b-12d3-a456-426614174000"),
          "day", List.of("2026-01-31", "-0001-12-01"));

  @TempDir static Path directory;
  private static Compilation compilation;
  private static Descriptor product;
  private static Descriptor box;

  private final Random random = new Random(5);

  @BeforeAll
  static void compile() {
    compilation = TestCompiler.javac(directory).compile(Everything.sources()).requireSuccess();
    product =
        Protoc.compile(compilation.classes())
            .get("acme/shop/v1/box.proto")
            .findMessageTypeByName("Product");
    box = product.getFile().findMessageTypeByName("Box");
  }

  @Test
  void readAndWriteTheBytesOfProtobufJava() throws ReflectiveOperationException {
    MessageMarshaller<?> marshaller = marshaller("com.acme.shop.ProductMarshaller");
    for (int i = 0; i < MESSAGES; i++) {
      byte[] bytes = message(product, 0).toByteArray();
      assertThat(roundTrip(marshaller, bytes)).isEqualTo(hex(bytes));
    }
  }

  @Test
  void mergePiecesOfAMessage() throws Exception {
    MessageMarshaller<?> marshaller = marshaller("com.acme.shop.BoxMarshaller");
    FieldDescriptor content = box.findFieldByName("content");
    for (int i = 0; i < MESSAGES; i++) {
      DynamicMessage first = boxed(content, message(product, 2));
      DynamicMessage second = boxed(content, message(product, 2));
      byte[] pieces = first.toByteString().concat(second.toByteString()).toByteArray();
      byte[] merged = first.toBuilder().mergeFrom(second).build().toByteArray();
      assertThat(roundTrip(marshaller, pieces)).isEqualTo(hex(merged));
    }
  }

  private static DynamicMessage boxed(FieldDescriptor content, Message product) {
    return DynamicMessage.newBuilder(box).setField(content, product).build();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static MessageMarshaller<?> marshaller(String name) throws ReflectiveOperationException {
    return (MessageMarshaller<?>) compilation.load(name).getField("INSTANCE").get(null);
  }

  private static <T> String roundTrip(MessageMarshaller<T> marshaller, byte[] bytes) {
    return hex(marshaller.toBytes(marshaller.fromBytes(bytes)));
  }

  /** A message with every required field and some of the others. */
  private DynamicMessage message(Descriptor type, int depth) {
    DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
    if (!type.getRealOneofs().isEmpty()) {
      FieldDescriptor member =
          type.getFields().get(depth < 3 ? random.nextInt(type.getFields().size()) : 0);
      return message.setField(member, value(member, depth, 0)).build();
    }
    for (FieldDescriptor field : type.getFields()) {
      if (field.isMapField() || field.isRepeated()) {
        for (int left = depth < 2 ? random.nextInt(3) : 0; left > 0; left--) {
          message.addRepeatedField(field, value(field, depth, left));
        }
      } else if (isRequired(field) || random.nextBoolean() && depth < 2) {
        message.setField(field, value(field, depth, 0));
      }
    }
    return message.build();
  }

  private static boolean isRequired(FieldDescriptor field) {
    return TEXTS.containsKey(field.getName())
        || List.of(
                "size",
                "created_at",
                "time_to_live",
                "money",
                "in",
                "out",
                "message",
                "wrapping",
                "box")
            .contains(field.getName());
  }

  private Object value(FieldDescriptor field, int depth, int index) {
    return switch (field.getJavaType()) {
      case BOOLEAN -> true;
      case INT -> random.nextInt(200) - 100;
      case LONG -> random.nextLong();
      case FLOAT -> random.nextFloat();
      case DOUBLE -> random.nextDouble();
      case BYTE_STRING -> ByteString.copyFromUtf8("abc");
      case STRING -> text(field, index);
      case ENUM -> field.getEnumType().findValueByNumber(1 + random.nextInt(2));
      case MESSAGE -> messageValue(field, depth, index);
    };
  }

  private String text(FieldDescriptor field, int index) {
    List<String> texts = TEXTS.getOrDefault(field.getName(), List.of("", "Größe", "key"));
    return field.getName().equals("key") ? "key" + index : texts.get(random.nextInt(texts.size()));
  }

  private Object messageValue(FieldDescriptor field, int depth, int index) {
    Descriptor type = field.getMessageType();
    if (field.isMapField()) {
      return DynamicMessage.newBuilder(type)
          .setField(type.findFieldByNumber(1), "key" + index)
          .setField(type.findFieldByNumber(2), value(type.findFieldByNumber(2), depth, index))
          .build();
    }
    return type.getFullName().startsWith("google.")
        ? DynamicMessage.newBuilder(type)
            .setField(type.findFieldByName("seconds"), (long) random.nextInt(1000))
            .setField(type.findFieldByName("nanos"), random.nextInt(1000))
            .build()
        : message(type, depth + 1);
  }
}
