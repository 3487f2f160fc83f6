package io.triglot.processor.frontend;

import static io.triglot.processor.model.OperationKind.MUTATION;
import static io.triglot.processor.model.OperationKind.QUERY;
import static io.triglot.processor.model.OperationKind.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.model.Operation;
import io.triglot.processor.model.OperationKind;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.Models;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KindsTest {
  private static final String SERVICE =
      """
      package com.acme;

      import io.triglot.ApiField;
      import io.triglot.ApiOperation;
      import io.triglot.runtime.OperationKind;
      import java.util.*;
      import java.util.concurrent.*;

      public interface ShopService {
        record Product(String id) {}
        record OrderCategory(String id) {}
      %s
      }
      """;
  @TempDir Path directory;

  @Test
  void tellsTheKindByTheFirstWordOfTheName() {
    assertThat(
            kinds(
                """
                @ApiOperation String getName();
                @ApiOperation String findByNameOrCode(String name);
                @ApiOperation boolean isOpen();
                @ApiOperation int count();
                @ApiOperation void createProduct(Product product);
                @ApiOperation void restock(String id);
                @ApiOperation Product updateAndGet(Product product);
                """))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "getName", QUERY,
                "findByNameOrCode", QUERY,
                "isOpen", QUERY,
                "count", QUERY,
                "createProduct", MUTATION,
                "restock", MUTATION,
                "updateAndGet", MUTATION));
  }

  @Test
  void tellsQueriesByTheNameOfWhatTheyReturn() {
    assertThat(
            kinds(
                """
                @ApiOperation Product product(String id);
                @ApiOperation CompletionStage<Optional<OrderCategory>> orderCategory(long id);
                @ApiOperation List<Product> products(int from, int to);
                @ApiOperation Map<String, OrderCategory> orderCategories(String prefix, int limit);
                """))
        .containsOnlyKeys("product", "orderCategory", "products", "orderCategories")
        .containsValues(QUERY)
        .doesNotContainValue(MUTATION);
  }

  @Test
  void letsRoutesStreamsAndTheAnnotationDecide() {
    assertThat(
            kinds(
                """
                @ApiOperation("GET /totals") String issueTotals();
                @ApiOperation("POST /search") List<Product> getByForm(Product form);
                @ApiOperation Flow.Publisher<Product> createdProducts();
                @ApiOperation(kind = OperationKind.QUERY) String hashPassword(String password);
                @ApiOperation(value = "POST /lookup", kind = OperationKind.QUERY) String look(Product p);
                """))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "issueTotals", QUERY,
                "getByForm", MUTATION,
                "createdProducts", SUBSCRIPTION,
                "hashPassword", QUERY,
                "look", QUERY));
  }

  @Test
  void neverGuessesThatAMethodIsSafeToRepeat() {
    Compilation compilation =
        TestCompiler.javac(directory)
            .compile(
                SERVICE.formatted(
                    """
                    @ApiOperation Product getOrCreateProduct(String id);
                    @ApiOperation String issueInvoice(String id);
                    @ApiOperation boolean hashPassword(String password);
                    @ApiOperation Product product(String name, int quantity);
                    @ApiOperation Product product(int quantity);
                    @ApiOperation String name();
                    """));

    assertThat(compilation.diagnostics())
        .hasSize(6)
        .allSatisfy(each -> assertThat(each).contains("[TriglotUnknownKind]"));
  }

  private Map<String, OperationKind> kinds(String operations) {
    return Models.read(directory, SERVICE.formatted(operations))
        .services()
        .get(0)
        .operations()
        .stream()
        .collect(Collectors.toMap(Operation::name, Operation::kind));
  }
}
