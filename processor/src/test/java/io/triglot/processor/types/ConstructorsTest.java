package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Classes that a constructor makes, with getters and with accessors named like the properties. */
class ConstructorsTest {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    public class Money {
      private final String currency;
      private final long amount;

      public Money(long amount, String currency) {
        this.amount = amount;
        this.currency = currency;
      }

      public String currency() {
        return currency;
      }

      public long amount() {
        return amount;
      }
    }
    """,
    """
    package com.acme;

    import java.util.List;
    import org.jspecify.annotations.Nullable;

    public final class Invoice {
      private final String id;
      private final List<Money> sums;
      private final @Nullable Money discount;

      public Invoice(String id, List<Money> sums, @Nullable Money discount) {
        this.id = id;
        this.sums = List.copyOf(sums);
        this.discount = discount;
      }

      public String getId() {
        return id;
      }

      public List<Money> getSums() {
        return sums;
      }

      public @Nullable Money getDiscount() {
        return discount;
      }
    }
    """,
    """
    package com.acme;

    import io.triglot.ApiOperation;

    public class InvoiceService {
      @ApiOperation("POST /invoices")
      public Invoice echoInvoice(Invoice invoice) {
        return invoice;
      }
    }
    """
  };

  @TempDir Path directory;

  @Test
  void areSentAndReceivedOnEveryProtocol() {
    JsonNode invoice =
        EveryProtocol.json(
            """
            {"id": "a", "sums": [{"amount": 5, "currency": "EUR"}],
             "discount": {"amount": 7, "currency": "USD"}}
            """);
    JsonNode inProtobuf =
        EveryProtocol.json(invoice.toString().replaceAll("(\"amount\":)(\\d+)", "$1\"$2\""));
    try (EveryProtocol service =
        EveryProtocol.of(
            TestCompiler.javac(directory).compile(SOURCES).requireSuccess(),
            "com.acme.InvoiceService")) {
      assertThat(service.rest("POST", "/invoices", invoice.toString())).isEqualTo(invoice);
      assertThat(
              service.graphQl(
                  "mutation ($invoice: InvoiceInput!) { echoInvoice(invoice: $invoice) {"
                      + " id sums { amount currency } discount { amount currency } } }",
                  Map.of("invoice", EveryProtocol.variables(invoice))))
          .isEqualTo(invoice);
      assertThat(service.grpc("EchoInvoice", "{\"invoice\": " + inProtobuf + "}").get("result"))
          .isEqualTo(inProtobuf);
    }
  }

  @ParameterizedTest
  @EnumSource
  void haveTheirFieldsInTheOrderOfTheParameters(CompilerKind compiler) {
    assertThat(
            compiler
                .in(directory)
                .compile(SOURCES)
                .requireSuccess()
                .resource("acme/v1/money.proto"))
        .contains("int64 amount = 1;", "string currency = 2;");
  }
}
