package io.triglot.processor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lock keeps numbers, is written on demand only, and is never torn. */
class LockTest {
  private static final String PACKAGE =
      "@org.jspecify.annotations.NullMarked package com.acme.shop;";
  private static final String PROTO = "acme/shop/v1/product.proto";

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void keepsNumbersWhereFieldsAreReordered(CompilerKind kind) {
    LockedModule module = new LockedModule(directory, kind);
    String lock = module.write(sources("String id, String name, int stock"));
    assertThat(lock)
        .contains(
            """
            com.acme.shop.Product
              graphql object Product
                id: ID!
                name: String!
                stock: Int!
            """)
        .contains("    stock: 3 int32\n");

    Compilation changed =
        module.compile("strict", sources("int stock, String name, String id")).requireSuccess();

    assertThat(changed.resource(PROTO))
        .contains("int32 stock = 3;", "string name = 2;", "string id = 1;");
    assertThat(changed.source("com/acme/shop/ProductApiType.java")).contains("\"number\"");
    assertThat(module.lock()).isEqualTo(lock);
  }

  @ParameterizedTest
  @EnumSource
  void neverUsesANumberAgain(CompilerKind kind) {
    LockedModule module = new LockedModule(directory, kind);
    module.write(sources("String id, String name, int stock"));
    module.permit("accept com.acme.shop.Product \"nobody reads it\"");
    Compilation without = module.compile("write", sources("String id, int stock"));

    assertThat(without.resource(PROTO)).contains("  reserved 2;\n  reserved \"name\";\n");
    assertThat(module.lock()).contains("    reserved 2: name\n").doesNotContain("accept ");

    Compilation with = module.compile("read", sources("String colour, String id, int stock"));
    assertThat(with.success()).isTrue();
    assertThat(with.resource(PROTO))
        .contains("  reserved 2;", "string colour = 4;", "int32 stock = 3;");
    assertThat(module.write(sources("String colour, String id, int stock")))
        .contains("    reserved 2: name\n");
  }

  @Test
  void keepsTheNumberOfWhatIsRenamed() {
    LockedModule module = new LockedModule(directory, CompilerKind.JAVAC);
    module.write(sources("String id, String name, int stock"));
    String[] renamed = sources("String id, int stock, String title");
    assertThat(module.compile("read", renamed).success()).isFalse();

    module.permit("rename com.acme.shop.Product name -> title \"it is one\"");
    Compilation allowed = module.compile("read", renamed);

    assertThat(allowed.success()).as(allowed.diagnostics().toString()).isTrue();
    assertThat(allowed.resource(PROTO)).contains("string title = 2;");
    assertThat(module.write(renamed))
        .contains("    title: 2 string\n")
        .doesNotContain(" name: ", "reserved");
    assertThat(module.compile("strict", renamed).requireSuccess().resource(PROTO))
        .contains("string title = 2;");
  }

  @ParameterizedTest
  @EnumSource
  void aPartialCompilationPrunesNothing(CompilerKind kind) {
    LockedModule module = new LockedModule(directory, kind);
    String orders = service("Orders", "String", "getOrder(String id)", "return id;");
    String carts = service("Carts", "String", "getCart(String id)", "return id;");
    String lock = module.write(PACKAGE, orders, carts);

    module.discard("Carts");
    Compilation part = module.recompile("write", PACKAGE, carts);

    assertThat(part.success()).as(part.diagnostics().toString()).isTrue();
    assertThat(module.lock()).isEqualTo(lock);
    assertThat(part.resource("META-INF/triglot/contract.lock")).isEqualTo(lock);
  }

  @Test
  void isOnlyReadByOrdinaryCompilations() {
    LockedModule module = new LockedModule(directory, CompilerKind.JAVAC);
    String lock = module.write(sources("String id"));

    Compilation more = module.compile("read", sources("String id, String name"));

    assertThat(more.success()).isTrue();
    assertThat(more.diagnostics())
        .anySatisfy(
            shown ->
                assertThat(shown)
                    .contains("[TriglotLockOutdated]")
                    .contains("+ grpc message acme.shop.v1.Product: name: 2 string"));
    assertThat(module.lock()).isEqualTo(lock);
    Compilation strict = module.compile("strict", sources("String id, String name"));
    assertThat(strict.success()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void warnsWhereThereIsNone(CompilerKind kind) {
    LockedModule module = new LockedModule(directory, kind);

    Compilation read = module.compile("read", sources("String id"));
    Compilation strict = module.compile("strict", sources("String id"));

    assertThat(read.success()).isTrue();
    if (kind == CompilerKind.JAVAC) {
      assertThat(read.diagnostics())
          .anySatisfy(shown -> assertThat(shown).contains("warning: [TriglotNoLock]"));
    }
    assertThat(strict.success()).isFalse();
    assertThat(strict.diagnostics())
        .anySatisfy(shown -> assertThat(shown).contains("[TriglotNoLock]"));
    assertThat(module.compile("none", sources("String id")).requireSuccess().diagnostics())
        .isEmpty();
    assertThat(module.lockFile()).doesNotExist();
  }

  @Test
  void refusesWhatIsNoLock() {
    LockedModule module = new LockedModule(directory, CompilerKind.JAVAC);
    module.setLock("format 1\n<<<<<<< ours\n");

    List<String> shown = module.compile("read", sources("String id")).diagnostics();

    assertThat(shown)
        .anySatisfy(
            each -> assertThat(each).contains("[TriglotLockFile] Line 2").contains("<<<<<<< ours"));
  }

  @Test
  void pointsAtTheElementThatBreaksAContract() {
    LockedModule module = new LockedModule(directory, CompilerKind.JAVAC);
    String lock = module.write(sources("String id, int stock"));

    Compilation broken = module.compile("write", sources("String id,\nString stock"));

    assertThat(broken.success()).isFalse();
    assertThat(broken.diagnostics())
        .filteredOn(each -> each.contains("[TriglotContractBroken]"))
        .singleElement()
        .asString()
        .startsWith("Product.java:5: error: ")
        .contains("breaks clients on GraphQL and REST and protobuf")
        .contains("was \"2 int32\" and is \"2 string\"")
        .contains("  accept grpc message acme.shop.v1.Product: stock \"<reason>\"\n");
    assertThat(module.lock()).isEqualTo(lock);
  }

  @Test
  void letsWhatNobodyUsesChangeAtWill() {
    LockedModule module = new LockedModule(directory, CompilerKind.JAVAC);
    module.write(sources("String id, int stock"));
    module.permit("unpublished com.acme.shop");

    assertThat(module.compile("strict", sources("String stock")).requireSuccess().success())
        .isTrue();
  }

  @Test
  void noticesThatATypeOrServiceIsGone() {
    LockedModule module = new LockedModule(directory, CompilerKind.JAVAC);
    String orders = service("Orders", "String", "getOrder(String id)", "return id;");
    String carts = service("Carts", "String", "getCart(String id)", "return id;");
    module.write(PACKAGE, orders, carts);

    Compilation less = module.compile("read", PACKAGE, carts);

    assertThat(less.success()).isFalse();
    assertThat(String.join("\n", less.diagnostics()))
        .contains("com.acme.shop.Orders")
        .contains("graphql field Query.getOrder is gone")
        .contains("grpc service acme.shop.v1.OrdersService is gone")
        .contains("  accept com.acme.shop.Orders \"<reason>\"\n");
  }

  @Test
  void readsTheFileThatAnOptionNames() throws Exception {
    LockedModule module = new LockedModule(directory, CompilerKind.JAVAC);
    module.write(sources("String id, int stock"));
    Path elsewhere = Files.move(module.lockFile(), directory.resolve("elsewhere.lock"));

    Compilation named =
        CompilerKind.JAVAC
            .in(directory.resolve("other"))
            .with("-Atriglot.lock=strict")
            .with("-Atriglot.lock.file=" + elsewhere)
            .compile(sources("int stock, String id"))
            .requireSuccess();
    Compilation relative =
        CompilerKind.JAVAC
            .in(directory.resolve("third"))
            .with("-Atriglot.lock=read")
            .with("-Atriglot.lock.file=elsewhere.lock")
            .compile(sources("int stock, String id"));

    assertThat(named.resource(PROTO)).contains("int32 stock = 2;");
    assertThat(String.join("\n", relative.diagnostics()))
        .contains("[TriglotLockFile]")
        .contains("relative path elsewhere.lock");
  }

  private static String[] sources(String components) {
    return new String[] {
      PACKAGE,
      "package com.acme.shop;\n\npublic record Product(\n" + components + ") {}",
      service("Products", "Product", "product(String id)", "throw new IllegalStateException();")
    };
  }

  private static String service(String name, String result, String method, String body) {
    return """
    package com.acme.shop;

    public class %s {
      @io.triglot.ApiOperation
      public %s %s {
        %s
      }
    }
    """
        .formatted(name, result, method, body);
  }
}
