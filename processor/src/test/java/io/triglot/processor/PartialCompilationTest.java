package io.triglot.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.NoteBackend;
import io.triglot.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An IDE compiles what was changed, and leaves the rest as class files in the output. */
class PartialCompilationTest {
  private static final String CARTS = service("com.acme.carts", "Carts", "cancelCarts", "void");
  private static final String ORDERS = service("com.acme.orders", "Orders", "sendOrder", "void");
  private static final String ITEM =
      """
      package com.acme;

      import org.jspecify.annotations.*;

      @NullMarked
      @io.triglot.ApiType
      public record Item(@Nullable String zeta, String alpha) {}
      """;
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void keepsTheServicesThatAreNotCompiled(CompilerKind kind) throws IOException {
    TestCompiler compiler = kind.in(directory).with(new NoteBackend());
    compiler.compile(CARTS, ORDERS).requireSuccess();

    discardGenerated("com/acme/carts/Carts");
    Compilation changed =
        compiler.compile(service("com.acme.carts", "Carts", "removeAll", "void")).requireSuccess();

    assertThat(changed.resource(NoteBackend.PATH))
        .isEqualTo("Carts: removeAll\nOrders: sendOrder\n");
  }

  @ParameterizedTest
  @EnumSource
  void forgetsServicesThatAreGone(CompilerKind kind) throws IOException {
    TestCompiler compiler = kind.in(directory).with(new NoteBackend());
    Compilation whole = compiler.compile(CARTS, ORDERS).requireSuccess();
    Files.delete(whole.classes().resolve("com/acme/orders/Orders.class"));
    discardGenerated("com/acme/carts/Carts");

    Compilation rest = compiler.compile(CARTS).requireSuccess();

    assertThat(rest.resource(NoteBackend.PATH)).isEqualTo("Carts: cancelCarts\n");
  }

  @ParameterizedTest
  @EnumSource
  void forgetsServicesThatAreNoLongerAnnotated(CompilerKind kind) throws IOException {
    TestCompiler compiler = kind.in(directory).with(new NoteBackend());
    compiler.compile(CARTS, ORDERS).requireSuccess();

    discardGenerated("com/acme/carts/Carts");
    Compilation changed =
        compiler
            .compile(
                CARTS,
                """
                package com.acme.orders;

                public class Orders {
                  public void sendOrder() {}
                }
                """)
            .requireSuccess();

    assertThat(changed.resource(NoteBackend.PATH)).isEqualTo("Carts: cancelCarts\n");
  }

  @ParameterizedTest
  @EnumSource
  void writesNoDocumentsAfterAnError(CompilerKind kind) {
    TestCompiler compiler = kind.in(directory).with(new NoteBackend());
    Compilation whole = compiler.compile(CARTS, ORDERS).requireSuccess();

    Compilation broken = compiler.compile(service("com.acme.carts", "Carts", "unclear", "void"));

    assertThat(broken.success()).isFalse();
    assertThat(whole.resource(NoteBackend.PATH))
        .isEqualTo("Carts: cancelCarts\nOrders: sendOrder\n");
  }

  @ParameterizedTest
  @EnumSource
  void leavesWhatWasMadeFromATypeThatIsNotCompiled(CompilerKind kind) throws IOException {
    TestCompiler compiler = kind.in(directory).with(new NoteBackend());
    compiler.compile(ITEM, service("com.acme", "Items", "getItem", "Item")).requireSuccess();

    discardGenerated("com/acme/Items");
    Compilation changed =
        compiler.compile(service("com.acme", "Items", "findItem", "Item")).requireSuccess();

    assertThat(changed.source("com/acme/ItemNote.java"))
        .contains("// zeta: nullable, alpha: required");
    assertThat(changed.source("com/acme/ItemsContract.java")).contains("FIND_ITEM");
  }

  /** An IDE removes what was generated from a class before it compiles the class again. */
  private void discardGenerated(String origin) throws IOException {
    for (String suffix : List.of("Contract.class", "Fragments.class", "ApiService.class")) {
      Files.delete(directory.resolve("classes").resolve(origin + suffix));
    }
  }

  private static String service(String packageName, String name, String method, String result) {
    String body = result.equals("void") ? "{}" : "{ return null; }";
    return """
        package %s;

        import io.triglot.ApiOperation;

        public class %s {
          @ApiOperation
          public %s %s() %s
        }
        """
        .formatted(packageName, name, result, method, body);
  }
}
