package io.triglot.processor.ide;

import java.util.SortedMap;
import java.util.TreeMap;

/** A module of twenty services in two packages, with types that they share. */
final class Shop {
  private Shop() {}

  static final String MONEY =
      """
      package com.acme.shop;

      /** An amount of money. */
      public record Money(String currency, long cents) {}
      """;

  static final String CATEGORY =
      """
      package com.acme.shop;

      /** What a product is for. */
      public enum Category { FOOD, TOYS }
      """;

  static final String PRODUCT =
      """
      package com.acme.shop;

      /**
       * Something to sell.
       *
       * @param price what it costs
       */
      @io.triglot.ApiType
      public record Product(String id, Money price, Category category) {}
      """;

  static final String PAYMENT =
      """
      package com.acme.shop;

      /** How an order is paid. */
      public sealed interface Payment permits Card, Cash {}
      """;

  static final String ORDER =
      """
      package com.acme.shop;

      import java.util.List;

      public record Order(String id, List<Line> lines, Payment payment) {
        /** A line of an order. */
        public record Line(String productId, int quantity) {}
      }
      """;

  static final String PRODUCTS =
      """
      package com.acme.shop;

      import io.triglot.ApiOperation;
      import java.util.List;

      /** Knows the products. */
      public class ProductService {
        /** Finds a product. */
        @ApiOperation
        public Product product(String id) throws ProductGone { return null; }

        @ApiOperation
        public List<Product> products(Category category) { return List.of(); }

        @ApiOperation
        public Page<Product> listPage(int number) { return null; }
      }
      """;

  static final String ORDERS =
      """
      package com.acme.shop;

      import io.triglot.*;
      import java.util.*;

      public class OrderService {
        @ApiOperation
        public Order order(String id) { return null; }

        /** Places an order. */
        @ApiOperation
        public Order placeOrder(Order order) { return order; }

        /** The last product in each order. */
        @ApiBatch
        public Map<Order, Product> lastProduct(Set<Order> orders) { return Map.of(); }
      }
      """;

  static final String GONE =
      """
      package com.acme.shop;

      import io.triglot.ApiError;

      /** There was such a product once. */
      @ApiError(io.triglot.runtime.StatusCode.NOT_FOUND)
      public class ProductGone extends Exception {
        private static final long serialVersionUID = 1;
        private final String zone;
        private final String id;

        public ProductGone(String zone, String id) { this.zone = zone; this.id = id; }

        /** Where it was. */
        public String zone() { return zone; }

        public String id() { return id; }
      }
      """;

  static final String PAGE =
      """
      package com.acme.shop;

      import java.util.List;

      /** A part of a list. */
      public record Page<T>(List<T> items, int total) {}
      """;

  static final String INVOICE =
      """
      package com.acme.billing;

      import com.acme.shop.Money;

      public record Invoice(String id, Money total) {}
      """;

  static final String INVOICES =
      """
      package com.acme.billing;

      import io.triglot.*;
      import com.acme.shop.Money;

      @ApiService(name = "Invoices")
      public class InvoiceService {
        @ApiOperation
        public Invoice invoice(String id) { return null; }

        @ApiOperation
        public void payInvoice(String id, Money amount) {}
      }
      """;

  static final String CUSTOMERS =
      """
      package com.acme.shop;

      import io.triglot.*;
      import jakarta.ws.rs.*;

      /** An old resource. */
      @ApiService
      @Path("/customers")
      @Produces("application/json")
      public class CustomerResource {
        /** Finds a customer. */
        @GET
        @Path("/{id}")
        public Customer customer(@PathParam("id") String id) { return null; }
      }
      """;

  /** All sources by the names of their classes. */
  static SortedMap<String, String> sources() {
    SortedMap<String, String> sources = new TreeMap<>();
    sources.put("com.acme.shop.package-info", marked("com.acme.shop"));
    sources.put("com.acme.billing.package-info", marked("com.acme.billing"));
    sources.put("com.acme.shop.Money", MONEY);
    sources.put("com.acme.shop.Category", CATEGORY);
    sources.put("com.acme.shop.Product", PRODUCT);
    sources.put("com.acme.shop.Payment", PAYMENT);
    sources.put(
        "com.acme.shop.Card",
        "package com.acme.shop;\npublic record Card(String number) implements Payment {}");
    sources.put(
        "com.acme.shop.Cash",
        "package com.acme.shop;\npublic record Cash(Money amount) implements Payment {}");
    sources.put("com.acme.shop.Order", ORDER);
    sources.put("com.acme.shop.Page", PAGE);
    sources.put("com.acme.shop.ProductGone", GONE);
    sources.put("com.acme.shop.ProductService", PRODUCTS);
    sources.put("com.acme.shop.OrderService", ORDERS);
    sources.put(
        "com.acme.shop.Customer",
        "package com.acme.shop;\npublic record Customer(String id, String name) {}");
    sources.put("com.acme.shop.CustomerResource", CUSTOMERS);
    sources.put("com.acme.billing.Invoice", INVOICE);
    sources.put("com.acme.billing.InvoiceService", INVOICES);
    sources.put("com.acme.shop.Clock", "package com.acme.shop;\npublic class Clock {}");
    for (int i = 1; i <= 8; i++) {
      sources.put("com.acme.shop.Depot" + i, depot("com.acme.shop", i, "Money"));
      sources.put("com.acme.billing.Desk" + i, desk(i));
    }
    return sources;
  }

  static String marked(String packageName) {
    return "@org.jspecify.annotations.NullMarked package " + packageName + ";";
  }

  static String depot(String packageName, int number, String result) {
    return """
        package %1$s;

        import io.triglot.*;

        @ApiService(protocols = io.triglot.runtime.Protocol.GRPC)
        public class Depot%2$d {
          /** What lies in it is worth this. */
          @ApiOperation
          public %3$s getWorth%2$d() { return null; }
        }
        """
        .formatted(packageName, number, result);
  }

  static String desk(int number) {
    return """
        package com.acme.billing;

        import io.triglot.*;

        @ApiService(protocols = io.triglot.runtime.Protocol.REST)
        public class Desk%1$d {
          @ApiOperation("POST /desks/%1$d")
          public String open%1$d(String by) { return by; }
        }
        """
        .formatted(number);
  }
}
