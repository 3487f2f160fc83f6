package io.triglot.processor.ide;

import io.triglot.processor.ide.IdeProject.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What somebody does in an afternoon, edit by edit. */
final class Session {
  private final SortedMap<String, String> sources = Shop.sources();
  private final List<Edit> edits = new ArrayList<>();

  private Session() {}

  static List<Edit> edits() {
    Session session = new Session();
    session.services();
    session.types();
    session.moves();
    session.others();
    return session.edits;
  }

  private void services() {
    comment("tell an operation's doc", "shop.ProductService", "Finds a product.", "Gets it.");
    body("change a body", "shop.ProductService", "return List.of();", "return List.of(null);");
    change(
        "add an operation",
        "billing.Desk1",
        "@ApiOperation(\"POST",
        "@ApiOperation public Invoice getInvoice1() { return null; }\n@ApiOperation(\"POST");
    change("rename an operation", "shop.Depot1", "getWorth1", "getValue1");
    change("remove an operation", "billing.Desk1", "@ApiOperation public Invoice", "Invoice");
    change("change a route", "billing.Desk2", "/desks/2", "/desks/two");
    add(
        "add a service with a type of its own",
        Map.of(
            "com.acme.billing.Stamp",
            "package com.acme.billing;\npublic record Stamp(String id) {}",
            "com.acme.billing.StampService",
            "package com.acme.billing;\npublic class StampService {"
                + " @io.triglot.ApiOperation public Stamp stamp(String id) { return null; } }"));
    change(
        "annotate a class",
        "shop.Clock",
        "{}",
        "{ @io.triglot.ApiOperation" + " public String getTime() { return null; } }");
    change("deprecate a service", "billing.Desk3", "public class", "@Deprecated\npublic class");
    change("take the annotations away", "shop.Clock", "@io.triglot.ApiOperation", "");
  }

  private void types() {
    change(
        "add a component to a shared type", "shop.Money", "long cents)", "long cents, int scale)");
    comment("tell a shared type's doc", "shop.Money", "An amount", "Some amount");
    change("rename a component of a shared type", "shop.Money", "int scale", "int digits");
    change(
        "let a component be null",
        "shop.Money",
        "int digits",
        "@org.jspecify.annotations.Nullable String digits");
    change("add an enum constant", "shop.Category", "TOYS }", "TOYS, TOOLS }");
    comment("tell an enum constant's doc", "shop.Category", "TOYS,", "/** To play. */ TOYS,");
    edits(
        "add a member to a hierarchy",
        true,
        Map.of(
            "com.acme.shop.Payment",
            Shop.PAYMENT.replace("Cash", "Cash, Gift"),
            "com.acme.shop.Gift",
            "package com.acme.shop;\npublic record Gift(String code) implements Payment {}"));
    edits(
        "remove a member of a hierarchy",
        true,
        Map.of(
            "com.acme.shop.Payment",
            Shop.PAYMENT.replace("Card, Cash", "Cash, Gift"),
            "com.acme.shop.Card",
            ""));
    comment("tell a generic type's doc", "shop.Page", "A part of", "A page of");
    change("name a type", "shop.Product", "ApiType", "ApiType(name = \"Article\")");
    change("change what an error tells", "shop.ProductGone", "String id()", "String number()");
    comment("tell an error's doc", "shop.ProductGone", "Where it was", "Where it has been");
    edits(
        "make a record a class",
        true,
        Map.of(
            "com.acme.shop.Customer",
            """
            package com.acme.shop;

            public class Customer {
              private final String id;

              public Customer(String id, String name) { this.id = id; }

              public String getId() { return id; }

              /** What everybody says. */
              public String getName() { return id; }
            }
            """));
  }

  private void moves() {
    edits("delete a service that nobody uses", true, Map.of("com.acme.billing.Desk4", ""));
    edits(
        "delete a service and edit a class of no service",
        true,
        Map.of(
            "com.acme.billing.StampService",
            "",
            "com.acme.shop.Clock",
            "package com.acme.shop;" + " public class Clock { int hours; }"));
    edits("delete a type that nobody uses any more", true, Map.of("com.acme.billing.Stamp", ""));
    edits(
        "move a service to another package",
        true,
        Map.of(
            "com.acme.shop.Depot2",
            "",
            "com.acme.billing.Depot2",
            Shop.depot("com.acme.billing", 2, "com.acme.shop.Money")));
    edits(
        "rename a service",
        true,
        Map.of(
            "com.acme.billing.Desk5",
            "",
            "com.acme.billing.Counter5",
            Shop.desk(5).replace("class Desk5", "class Counter5")));
    edits(
        "move a shared type to another package",
        true,
        Map.of(
            "com.acme.shop.Payment",
            "",
            "com.acme.shop.Gift",
            "",
            "com.acme.shop.Cash",
            "",
            "com.acme.pay.Payment",
            "package com.acme.pay;\npublic sealed interface Payment permits Gift {}",
            "com.acme.pay.Gift",
            "package com.acme.pay;\npublic record Gift(String code) implements Payment {}",
            "com.acme.shop.Order",
            Shop.ORDER.replace("Payment payment", "com.acme.pay.Payment payment")));
  }

  private void others() {
    change("remove a batched field", "shop.OrderService", "@ApiBatch", "");
    change("add it again", "shop.OrderService", "public Map<", "@ApiBatch public Map<");
    change(
        "add a method to an adopted resource",
        "shop.CustomerResource",
        "@GET\n  @Path(\"/{id}\")",
        "@DELETE @Path(\"/{id}\") public void remove(@PathParam(\"id\") String id) {}\n"
            + "  @GET\n  @Path(\"/{id}\")");
    change(
        "change what it gives",
        "shop.Customer",
        "/** What",
        "public Money getDebt() { return null; }\n  /** What");
  }

  private void comment(String name, String file, String from, String to) {
    edits(name, false, Map.of("com.acme." + file, replaced(file, from, to)));
  }

  private void body(String name, String file, String from, String to) {
    comment(name, file, from, to);
  }

  private void change(String name, String file, String from, String to) {
    edits(name, true, Map.of("com.acme." + file, replaced(file, from, to)));
  }

  private void add(String name, Map<String, String> files) {
    edits(name, true, files);
  }

  private String replaced(String file, String from, String to) {
    String text = sources.getOrDefault("com.acme." + file, "");
    if (!text.contains(from)) {
      throw new AssertionError(file + " has no " + from + ":\n" + text);
    }
    return text.replace(from, to);
  }

  private void edits(String name, boolean structural, Map<String, String> changes) {
    sources.putAll(changes);
    edits.add(new Edit(name, new TreeMap<>(changes), structural));
  }
}
