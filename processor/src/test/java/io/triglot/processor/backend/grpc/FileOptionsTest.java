package io.triglot.processor.backend.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.FileDescriptor;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options of files that the module sets, judged by protoc. */
class FileOptionsTest {
  private static final String SERVICE =
      """
      package com.acme.shop;

      import io.triglot.ApiOperation;
      import org.jspecify.annotations.NullMarked;

      @NullMarked
      public interface OrderService {
        record Order(String id) {}

        @ApiOperation Order getOrder(String id);
      }
      """;

  @TempDir Path directory;

  @Test
  void standInTheTextAndInTheDescriptor() throws ReflectiveOperationException {
    Compilation compilation =
        TestCompiler.javac(directory)
            .with("-Atriglot.proto.go_package=example.com/gen/{package/};{package}")
            .with("-Atriglot.proto.csharp_namespace={Package.}")
            .with("-Atriglot.proto.php_namespace={Package\\}")
            .with("-Atriglot.proto.php_metadata_namespace={Package\\}\\Meta")
            .with("-Atriglot.proto.php_class_prefix=P")
            .with("-Atriglot.proto.ruby_package={Package::}")
            .with("-Atriglot.proto.objc_class_prefix=ASX")
            .with("-Atriglot.proto.swift_prefix={Package}")
            .with("-Atriglot.proto.java_package={java}.grpc")
            .with("-Atriglot.proto.java_outer_classname={file}File")
            .with("-Atriglot.proto.java_multiple_files=false")
            .compile(SERVICE)
            .requireSuccess();

    assertThat(compilation.resource("acme/shop/v1/order_service.proto"))
        .contains(
            """
            option csharp_namespace = "Acme.Shop.V1";
            option go_package = "example.com/gen/acme/shop/v1;acmeshopv1";
            option java_multiple_files = false;
            option java_outer_classname = "OrderServiceFile";
            option java_package = "com.acme.shop.grpc";
            option objc_class_prefix = "ASX";
            option php_class_prefix = "P";
            option php_metadata_namespace = "Acme\\\\Shop\\\\V1\\\\Meta";
            option php_namespace = "Acme\\\\Shop\\\\V1";
            option ruby_package = "Acme::Shop::V1";
            option swift_prefix = "AcmeShopV1";
            """);
    Map<String, FileDescriptor> byProtoc = Protoc.compile(compilation.classes());
    assertThat(embedded(compilation, "com.acme.shop.OrderServiceProto"))
        .isEqualTo(byProtoc.get("acme/shop/v1/order_service.proto").toProto());
    assertThat(embedded(compilation, "com.acme.shop.OrderService_OrderProto"))
        .isEqualTo(byProtoc.get("acme/shop/v1/order.proto").toProto());
  }

  private static FileDescriptorProto embedded(Compilation compilation, String holder)
      throws ReflectiveOperationException {
    FileDescriptor file = (FileDescriptor) compilation.load(holder).getMethod("file").invoke(null);
    return file.toProto();
  }
}
