package io.triglot.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.model.Access;
import io.triglot.processor.model.Access.Level;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.ErrorType;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import io.triglot.processor.model.TypeRef.VoidRef;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.Models;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServicesTest {
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void readsResultsInAllForms(CompilerKind compiler) {
    Map<String, Operation> operations =
        operations(
            compiler,
            """
            package com.acme;

            import io.triglot.ApiOperation;
            import io.triglot.runtime.CallContext;
            import java.util.concurrent.*;

            public interface Forms {
              @ApiOperation int getValue();
              @ApiOperation(blocking = false) int getAtOnce();
              @ApiOperation CompletionStage<String> getStage();
              @ApiOperation CompletableFuture<Void> getNothing();
              @ApiOperation Flow.Publisher<Long> ticks();
              @ApiOperation void removeAll(CallContext context, String reason);
            }
            """);

    assertThat(operations.get("getValue"))
        .returns(ResultForm.VALUE, Operation::form)
        .returns(true, Operation::blocking);
    assertThat(operations.get("getAtOnce")).returns(false, Operation::blocking);
    assertThat(operations.get("getStage"))
        .returns(ResultForm.STAGE, Operation::form)
        .returns(new ScalarRef(Scalar.STRING, false, false), Operation::result)
        .returns(false, Operation::blocking);
    assertThat(operations.get("getNothing")).returns(new VoidRef(), Operation::result);
    assertThat(operations.get("ticks"))
        .returns(ResultForm.PUBLISHER, Operation::form)
        .returns(false, Operation::blocking);
    assertThat(operations.get("removeAll")).returns(new VoidRef(), Operation::result);
    assertThat(operations.get("removeAll").parameters())
        .extracting(Parameter::role)
        .containsExactly(Parameter.Role.CONTEXT, Parameter.Role.ARGUMENT);
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatTheAnnotationsSay(CompilerKind compiler) {
    Service service =
        Models.read(
                compiler.in(directory),
                """
                package com.acme;

                import io.triglot.*;
                import io.triglot.runtime.Protocol;

                /** Sells things. */
                @ApiService(name = "Shop", path = "/shop", protocols = {Protocol.REST, Protocol.GRPC})
                public class ShopService {
                  /**
                   * Gets one.
                   *
                   * @param id which one
                   * @deprecated too slow
                   */
                  @Deprecated
                  @ApiOperation(value = "GET /things/{key}", name = "thing", protocols = Protocol.REST)
                  public String getThing(@ApiField(name = "key", number = 3) String id) { return id; }
                  @ApiOperation public int count() { return 0; }
                }
                """)
            .services()
            .get(0);

    assertThat(service.name()).isEqualTo("Shop");
    assertThat(service.path()).isEqualTo("/shop");
    assertThat(service.doc().text()).isEqualTo("Sells things.");
    assertThat(service.operations()).extracting(Operation::name).containsExactly("count", "thing");
    assertThat(service.operations().get(0).protocols())
        .isEqualTo(Set.of(Protocol.REST, Protocol.GRPC));
    Operation thing = service.operations().get(1);
    assertThat(thing.methodName()).isEqualTo("getThing");
    assertThat(thing.protocols()).isEqualTo(Set.of(Protocol.REST));
    assertThat(thing.route())
        .hasValueSatisfying(
            route -> {
              assertThat(route.method()).isEqualTo("GET");
              assertThat(route.path()).isEqualTo("/things/{key}");
            });
    assertThat(thing.doc().text()).isEqualTo("Gets one.");
    assertThat(thing.deprecation()).contains("too slow");
    assertThat(thing.arguments().get(0))
        .returns("id", Parameter::javaName)
        .returns("key", Parameter::name)
        .returns(3, parameter -> parameter.number().orElse(0))
        .returns("which one", parameter -> parameter.doc().text());
  }

  @ParameterizedTest
  @EnumSource
  void readsInheritedOperations(CompilerKind compiler) {
    ApiModel model =
        Models.read(
            compiler.in(directory),
            """
            package com.acme;

            import io.triglot.ApiOperation;

            public interface Reading<T, K> {
              @ApiOperation T find(K key);
              @ApiOperation default int count() { return 0; }
            }
            """,
            """
            package com.acme;

            import io.triglot.*;

            public abstract class Writing {
              @ApiOperation public void remove(String key) {}
              @ApiOperation("POST /resets") public void reset(String key) {}
            }
            """,
            """
            package com.acme;

            import io.triglot.*;

            @ApiService
            public class Products extends Writing implements Reading<Products.Product, String> {
              public record Product(String id) {}
              @Override public Product find(String key) { return new Product(key); }
              @Override @ApiOperation("DELETE /products") public void reset(String all) {}
            }
            """);

    assertThat(model.services()).extracting(Service::name).containsExactly("Products", "Writing");
    Service products = model.services().get(0);
    assertThat(products.operations())
        .extracting(Operation::name)
        .containsExactly("count", "find", "remove", "reset");
    assertThat(products.operations().get(1).result())
        .isInstanceOfSatisfying(
            NamedRef.class, result -> assertThat(result.name().simpleName()).isEqualTo("Product"));
    assertThat(products.operations().get(3).route().orElseThrow().method()).isEqualTo("DELETE");
  }

  @ParameterizedTest
  @EnumSource
  void readsAccessFromTheMethodBeforeTheClass(CompilerKind compiler) {
    Map<String, Operation> operations =
        operations(
            compiler,
            """
            package com.acme;

            import io.triglot.ApiOperation;
            import jakarta.annotation.security.*;

            @RolesAllowed("**")
            public class Guarded {
              @ApiOperation public int getAny() { return 0; }
              @ApiOperation @PermitAll public int getOpen() { return 0; }
              @ApiOperation @DenyAll public int getDenied() { return 0; }
              @ApiOperation @RolesAllowed({"b", "a"}) public int getForRoles() { return 0; }
              @ApiOperation @RolesAllowed({}) public int getForNobody() { return 0; }
            }
            """);

    assertThat(operations.get("getAny").access())
        .isEqualTo(new Access(Level.AUTHENTICATED, List.of()));
    assertThat(operations.get("getOpen").access()).isEqualTo(Access.OPEN);
    assertThat(operations.get("getDenied").access()).isEqualTo(new Access(Level.DENIED, List.of()));
    assertThat(operations.get("getForRoles").access())
        .isEqualTo(new Access(Level.ROLES, List.of("a", "b")));
    assertThat(operations.get("getForNobody").access())
        .isEqualTo(new Access(Level.DENIED, List.of()));
  }

  @ParameterizedTest
  @EnumSource
  void guardsInheritedOperationsAsTheirOwnClassDoes(CompilerKind compiler) {
    ApiModel model =
        Models.read(
            compiler.in(directory),
            """
            package com.acme;

            import io.triglot.ApiOperation;
            import jakarta.annotation.security.*;

            @DenyAll
            public class Base {
              @ApiOperation public int getBase() { return 0; }
              @ApiOperation public int getOverridden() { return 0; }
            }
            """,
            """
            package com.acme;

            import io.triglot.*;
            import jakarta.annotation.security.*;

            @ApiService
            @PermitAll
            public class Derived extends Base {
              @Override @RolesAllowed("a") public int getOverridden() { return 1; }
              @ApiOperation public int getOwn() { return 0; }
            }
            """);

    assertThat(model.services().get(1).operations())
        .extracting(operation -> operation.access().level())
        .containsExactly(Level.DENIED, Level.ROLES, Level.OPEN);
  }

  @ParameterizedTest
  @EnumSource
  void readsDeclaredErrors(CompilerKind compiler) {
    ApiModel model =
        Models.read(
            compiler.in(directory),
            """
            package com.acme;

            import io.triglot.ApiError;
            import io.triglot.runtime.StatusCode;
            import java.util.*;

            /** Too little is there. */
            @ApiError(StatusCode.FAILED_PRECONDITION)
            public class InsufficientStockException extends ShopException {
              private static final long serialVersionUID = 1;
              public int available() { return 1; }
              /** Returns what was asked for. */
              public Optional<Integer> getRequested() { return Optional.empty(); }
              @Override public String getMessage() { return "no"; }
              public int sum(int other) { return other; }
              int hidden() { return 0; }
            }
            """,
            """
            package com.acme;

            public class ShopException extends Exception {
              private static final long serialVersionUID = 1;
              public boolean isRetryable() { return true; }
            }
            """,
            """
            package com.acme;

            import io.triglot.*;
            import io.triglot.runtime.StatusCode;

            public class Shop {
              @ApiError(value = StatusCode.NOT_FOUND, reason = "GONE")
              public static class Missing extends RuntimeException {
                private static final long serialVersionUID = 1;
              }
              /**
               * Buys.
               *
               * @throws Missing if there is none
               * @throws IllegalArgumentException never
               */
              @ApiOperation public void pay() throws InsufficientStockException, java.io.IOException {}
            }
            """);

    assertThat(model.services().get(0).operations().get(0).errors())
        .extracting(JavaName::canonical)
        .containsExactly("com.acme.InsufficientStockException", "com.acme.Shop.Missing");
    ErrorType stock = model.errors().get(JavaName.of("com.acme", "InsufficientStockException"));
    assertThat(stock)
        .returns("FAILED_PRECONDITION", ErrorType::code)
        .returns("INSUFFICIENT_STOCK", ErrorType::reason)
        .returns("Too little is there.", error -> error.doc().text());
    assertThat(stock.properties())
        .extracting(ErrorType.Property::name)
        .containsExactly("retryable", "available", "requested");
    assertThat(stock.properties())
        .extracting(ErrorType.Property::accessor)
        .containsExactly("isRetryable", "available", "getRequested");
    assertThat(model.errors().get(new JavaName("com.acme", List.of("Shop", "Missing"))).reason())
        .isEqualTo("GONE");
  }

  @ParameterizedTest
  @EnumSource
  void readsBatchedFields(CompilerKind compiler) {
    Service service =
        Models.read(
                compiler.in(directory),
                """
                package com.acme;

                import io.triglot.*;
                import io.triglot.runtime.CallContext;
                import java.util.*;
                import java.util.concurrent.CompletionStage;

                public interface Orders {
                  record Order(String id) {}
                  record Product(String id) {}
                  @ApiOperation List<Order> orders();
                  @ApiBatch Map<Order, Product> product(Set<Order> orders, CallContext context);
                  @ApiBatch(name = "parts")
                  CompletionStage<List<List<Product>>> loadParts(List<Order> orders);
                }
                """)
            .services()
            .get(0);

    assertThat(service.batchFields())
        .extracting(BatchField::name)
        .containsExactly("parts", "product");
    assertThat(service.batchFields()).extracting(BatchField::keyed).containsExactly(false, true);
    assertThat(service.batchFields())
        .extracting(BatchField::form)
        .containsExactly(ResultForm.STAGE, ResultForm.VALUE);
    assertThat(service.batchFields())
        .extracting(field -> field.parent().simpleName())
        .containsOnly("Order");
    assertThat(service.batchFields().get(1).value())
        .isInstanceOfSatisfying(
            NamedRef.class, value -> assertThat(value.name().simpleName()).isEqualTo("Product"));
  }

  private Map<String, Operation> operations(CompilerKind compiler, String source) {
    return Models.read(compiler.in(directory), source).services().get(0).operations().stream()
        .collect(Collectors.toMap(Operation::name, operation -> operation));
  }
}
