package io.triglot.processor.contract;

import static io.triglot.processor.contract.SingleChange.of;

import io.triglot.processor.model.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The single changes on which our verdicts are compared with those of other tools. */
final class SingleChanges {
  private static final List<String> RECORDS = List.of("Product", "Address");
  private static final Pattern COMPONENT =
      Pattern.compile("(?m)^    (@Nullable )?(\\S+(?: \\S+>)?) (\\w+)(,|\\) \\{\\})$");
  private static final Map<String, String> BOXED =
      Map.of("int", "Integer", "long", "Long", "double", "Double", "boolean", "Boolean");
  private static final Map<String, String> OTHER_TYPES =
      Map.ofEntries(
          Map.entry("String", "Integer"),
          Map.entry("int", "String"),
          Map.entry("Integer", "Long"),
          Map.entry("BigDecimal", "Long"),
          Map.entry("Instant", "LocalDate"),
          Map.entry("LocalDate", "Instant"),
          Map.entry("List<String>", "List<Integer>"),
          Map.entry("Map<String, Integer>", "Map<String, String>"),
          Map.entry("Status", "Priority"),
          Map.entry("Priority", "Status"),
          Map.entry("boolean", "String"),
          Map.entry("long", "int"),
          Map.entry("double", "float"),
          Map.entry("UUID", "String"),
          Map.entry("Product", "Address"),
          Map.entry("Address", "String"),
          Map.entry("Payment", "Status"));

  private static final String REFUSED = "our server refuses members that it does not know";
  private static final String NAMED = "a schema's name is that of a class in generated code";
  private static final String BODY = "a body that may be left out can be what it was";

  /** Why we differ from openapi-diff. */
  private static final Map<String, String> DEVIATIONS =
      Map.ofEntries(
          Map.entry("remove Address.street", REFUSED),
          Map.entry("remove Address.city", REFUSED),
          Map.entry("rename Address.country", REFUSED),
          Map.entry("remove optional property of body", REFUSED),
          Map.entry("rename enum", NAMED),
          Map.entry("rename record", NAMED),
          Map.entry("property of body optional", BODY),
          Map.entry("body optional", BODY),
          Map.entry("property of body with default", BODY),
          Map.entry("key of map", "openapi-diff does not look at the names of a map's members"),
          Map.entry("result required", "that there is no 404 any more hurts nobody"),
          Map.entry("ask for role", "openapi-diff does not mind that callers are refused"));

  /** Why we differ from graphql-inspector. */
  private static final Map<String, String> GRAPHQL_DEVIATIONS =
      Map.of(
          "no default of argument of field", "clients who left it out are refused",
          "no default of argument", "clients who left it out are refused",
          "no default of input field", "clients who left it out are refused");

  private SingleChanges() {}

  static List<SingleChange> all(Map<String, String> before) {
    List<SingleChange> changes = new ArrayList<>();
    for (String type : RECORDS) {
      String source = before.get("com/acme/shop/" + type + ".java");
      COMPONENT.matcher(source).results().forEach(each -> addComponent(type, each, changes));
    }
    Stream.of(types(), operations(), parameters()).forEach(changes::addAll);
    return changes.stream().map(SingleChanges::deviating).toList();
  }

  private static SingleChange deviating(SingleChange change) {
    String reason = DEVIATIONS.get(change.name());
    if (reason != null) {
      return change.differing(Protocol.REST, reason);
    }
    String graphQl = GRAPHQL_DEVIATIONS.get(change.name());
    return graphQl == null ? change : change.differing(Protocol.GRAPHQL, graphQl);
  }

  /** What can happen to a component of a record. */
  private static void addComponent(String file, MatchResult found, List<SingleChange> changes) {
    boolean nullable = found.group(1) != null;
    String type = found.group(2);
    String name = found.group(3);
    String end = found.group(4);
    String line = found.group().substring(4);
    String what = file + "." + name;
    String optional = "@Nullable " + BOXED.getOrDefault(type, type) + " " + name + end;
    String required = type + " " + name + end;
    String prefix = nullable ? "@Nullable " : "";
    changes.add(
        of(
            (nullable ? "require " : "make optional ") + what,
            file + " ~ " + line + " ~ " + (nullable ? required : optional)));
    changes.add(
        of(
            "rename " + what,
            file + " ~ " + line + " ~ " + prefix + type + " " + name + "Now" + end));
    changes.add(
        of(
            "retype " + what,
            file + " ~ " + line + " ~ " + prefix + OTHER_TYPES.get(type) + " " + name + end));
    if (end.equals(",")) {
      changes.add(of("remove " + what, file + " ~ " + line + "\n ~ "));
      changes.add(
          of(
              "add before " + what,
              file
                  + " ~ "
                  + line
                  + " ~ "
                  + (nullable ? "@Nullable String" : "String")
                  + " fresh, "
                  + line));
    }
  }

  private static List<SingleChange> types() {
    return List.of(
        of(
            "reorder fields",
            "Product ~ int stock, ~ @Nullable String colour,",
            "Product ~ @Nullable String colour,\n    @Nullable Integer ~ int stock,\n    @Nullable Integer"),
        of(
            "reorder input fields",
            "OrderInput ~ String productId,\n    int quantity, ~ int quantity,\n    String productId,"),
        of("list to set", "Product ~ List<String> tags ~ Set<String> tags"),
        of("list of optional to one", "Product ~ List<String> tags ~ String tags"),
        of("one to list", "Product ~ String name ~ List<String> name"),
        of("one to list in input", "OrderInput ~ String productId ~ List<String> productId"),
        of("list to one in input", "OrderInput ~ List<String> codes ~ String codes"),
        of("map to list", "Product ~ Map<String, Integer> sizes ~ List<Integer> sizes"),
        of("key of map", "Product ~ Map<String, Integer> sizes ~ Map<Integer, Integer> sizes"),
        of("add constant to sent enum", "Status ~ GONE ~ GONE,\n  LOST"),
        of("add constant first", "Status ~ NEW, ~ LOST,\n  NEW,"),
        of("remove constant of sent enum", "Status ~   SOLD,\n ~ "),
        of("rename constant of sent enum", "Status ~ SOLD ~ BOUGHT"),
        of("reorder constants", "Status ~ NEW,\n  SOLD ~ SOLD,\n  NEW"),
        of("add constant to received enum", "Priority ~ HIGH ~ HIGH,\n  URGENT"),
        of("remove constant of received enum", "Priority ~ ,\n  HIGH ~ "),
        of("rename constant of received enum", "Priority ~ HIGH ~ URGENT"),
        of("rename enum", "Status ~ public ~ @ApiType(name = \"State\") public"),
        of("rename record", "Address ~ public ~ @ApiType(name = \"Place\") public"),
        of("rename sent record", "Product ~ public ~ @ApiType(name = \"Item\") public"),
        of(
            "add member to union",
            "Payment ~ record Cash(long amount) implements Payment {} ~ record Cash(long amount) implements Payment {}\n  record Cheque(String bank) implements Payment {}"),
        of(
            "remove member of union",
            "Payment ~   record Cash(long amount) implements Payment {}\n ~ "),
        of("add field to member", "Payment ~ long amount ~ long amount, @Nullable String currency"),
        of("add required field to member", "Payment ~ long amount ~ long amount, String currency"),
        of("remove field of member", "Payment ~ , String holder ~ "),
        of(
            "name in Java only",
            "Product ~ int stock, ~ @ApiField(name = \"stock\") int available,"),
        of("number a field anew", "Product ~ int stock, ~ @ApiField(number = 99) int stock,"),
        of("number a field as it was", "Product ~ int stock, ~ @ApiField(number = 4) int stock,"),
        of("id", "Order ~ @Nullable String note, ~ @ApiField(id = true) @Nullable String note,"),
        of(
            "new type in a field",
            "Order ~ Payment payment) {} ~ Payment payment,\n    @Nullable Extra extra) {\n  public record Extra(String text) {}\n}"),
        of("deprecate a field", "Product ~ int stock, ~ @Deprecated int stock,"),
        of("describe a type", "Product ~ public record ~ /** What is sold. */\npublic record"),
        of("code of error", "OutOfStock ~ FAILED_PRECONDITION ~ NOT_FOUND"),
        of(
            "detail of error",
            "OutOfStock ~ int getAvailable() ~ String getAvailable()",
            "OutOfStock ~ return available; ~ return String.valueOf(available);"),
        of(
            "another detail of error",
            "OutOfStock ~ public int getAvailable() ~ public String getText() {\n    return \"\";\n  }\n\n  public int getAvailable()"));
  }

  private static List<SingleChange> operations() {
    return List.of(
        of(
            "add query",
            "Products ~ int countProducts ~ Product getProductByName(String name);\n\n  @ApiOperation\n  int countProducts"),
        of(
            "add mutation",
            "Orders ~ List<Order> orders(); ~ List<Order> orders();\n\n  @ApiOperation\n  void cancelOrder(String id);"),
        of("remove query", "Orders ~   @ApiOperation\n  List<Order> orders();\n ~ "),
        of("remove mutation", "Orders ~   @ApiOperation\n  void deleteOrder(String id);\n ~ "),
        of(
            "remove subscription",
            "Products ~   @ApiOperation\n  Flow.Publisher<Product> productChanges(@Nullable String id);\n ~ "),
        of("rename query", "Products ~ countProducts ~ countAllProducts"),
        of("rename mutation", "Orders ~ payOrder ~ payForOrder"),
        of(
            "rename in Java only",
            "Products ~ @ApiOperation\n  int countProducts ~ @ApiOperation(name = \"countProducts\")\n  int countThem"),
        of("verb of route", "Orders ~ POST /orders/{id}/pay ~ PUT /orders/{id}/pay"),
        of("path of route", "Orders ~ /orders/{id}/pay ~ /orders/{id}/payment"),
        of(
            "variable of route",
            "Orders ~ /orders/{id}/pay ~ /orders/{orderId}/pay",
            "Orders ~ payOrder(String id, ~ payOrder(String orderId,"),
        of(
            "write the inferred route",
            "Products ~ @ApiOperation\n  Product product(String id) ~ @ApiOperation(\"GET /products/{id}\")\n  Product product(String id)"),
        of(
            "query to mutation",
            "Products ~ @ApiOperation\n  int countProducts ~ @ApiOperation(kind = OperationKind.MUTATION)\n  int countProducts"),
        of(
            "stream to list",
            "Products ~ Flow.Publisher<Product> ~ List<Product>",
            "Products ~ @ApiOperation\n  List<Product> productChanges ~ @ApiOperation(kind = OperationKind.QUERY)\n  List<Product> productChanges"),
        of("list to stream", "Orders ~ List<Order> orders ~ Flow.Publisher<Order> orders"),
        of("asynchronous", "Products ~ Product product( ~ CompletionStage<Product> product("),
        of("result required", "Orders ~ Optional<Order> findOrder ~ Order findOrder"),
        of(
            "result optional",
            "Products ~ Product product(String id) ~ @Nullable Product product(String id)"),
        of("result another", "Products ~ int countProducts ~ long countProducts"),
        of("result void", "Orders ~ Order payOrder ~ void payOrder"),
        of("result of void", "Orders ~ void deleteOrder ~ Order deleteOrder"),
        of("result of one to list", "Products ~ Product restock ~ List<Product> restock"),
        of(
            "move to another service",
            "Orders ~   @ApiOperation\n  void deleteOrder(String id);\n ~ ",
            "Products ~ @ApiOperation\n  int countProducts ~ @ApiOperation\n  void deleteOrder(String id);\n\n  @ApiOperation\n  int countProducts"),
        of(
            "rename service",
            "Orders ~ public interface ~ @ApiService(name = \"Sales\")\npublic interface"),
        of(
            "path of service",
            "Orders ~ public interface ~ @ApiService(path = \"/shop\")\npublic interface"),
        of(
            "leave gRPC",
            "Products ~ @ApiOperation\n  int countProducts ~ @ApiOperation(protocols = {Protocol.REST, Protocol.GRAPHQL})\n  int countProducts"),
        of(
            "leave REST",
            "Products ~ @ApiOperation\n  int countProducts ~ @ApiOperation(protocols = {Protocol.GRPC, Protocol.GRAPHQL})\n  int countProducts"),
        of(
            "leave GraphQL",
            "Products ~ @ApiOperation\n  int countProducts ~ @ApiOperation(protocols = {Protocol.GRPC, Protocol.REST})\n  int countProducts"),
        of(
            "deprecate operation",
            "Products ~ @ApiOperation\n  int countProducts ~ @Deprecated\n  @ApiOperation\n  int countProducts"),
        of("drop error", "Orders ~  throws OutOfStock ~ "),
        of(
            "declare error",
            "Orders ~ Order payOrder(String id, Payment payment) ~ Order payOrder(String id, Payment payment) throws OutOfStock"),
        of(
            "ask for role",
            "Orders ~ @ApiOperation\n  void deleteOrder ~ @jakarta.annotation.security.RolesAllowed(\"admin\")\n  @ApiOperation\n  void deleteOrder"),
        of(
            "add service",
            "Products ~ public interface Products ~ @ApiService(name = \"Products\")\npublic interface Products"));
  }

  private static List<SingleChange> parameters() {
    return List.of(
        of(
            "add optional argument",
            "Products ~ @ApiOperation\n  Product product(String id) ~ @ApiOperation(kind = OperationKind.QUERY)\n  Product product(String id, @Nullable String language)"),
        of(
            "add required argument",
            "Products ~ @ApiOperation\n  Product product(String id) ~ @ApiOperation(kind = OperationKind.QUERY)\n  Product product(String id, String language)"),
        of(
            "add optional argument first",
            "Products ~ List<Product> products(@Nullable ~ List<Product> products(@Nullable String shop, @Nullable"),
        of("remove optional argument", "Products ~ @Nullable BigDecimal minPrice, ~ "),
        of("remove required argument", "Products ~ , boolean sold ~ "),
        of("rename optional argument", "Products ~ BigDecimal minPrice ~ BigDecimal from"),
        of("rename required argument", "Products ~ boolean sold ~ boolean gone"),
        of("retype optional argument", "Products ~ BigDecimal minPrice ~ Integer minPrice"),
        of("retype required argument", "Products ~ boolean sold ~ String sold"),
        of("argument optional", "Products ~ boolean sold ~ @Nullable Boolean sold"),
        of("argument required", "Products ~ @Nullable BigDecimal minPrice ~ BigDecimal minPrice"),
        of(
            "reorder arguments",
            "Products ~ @Nullable BigDecimal minPrice, @Nullable BigDecimal maxPrice ~ @Nullable BigDecimal maxPrice, @Nullable BigDecimal minPrice"),
        of(
            "list argument to one",
            "Products ~ countProducts(List<String> tags) ~ countProducts(String tags)"),
        of(
            "add optional property of body",
            "Products ~ int quantity, ~ int quantity, @Nullable String place,"),
        of(
            "add required property of body",
            "Products ~ int quantity, ~ int quantity, String place,"),
        of("remove optional property of body", "Products ~ , @Nullable String reason ~ "),
        of("remove required property of body", "Products ~ int quantity, @Nullable ~ @Nullable"),
        of("rename property of body", "Products ~ int quantity, ~ int amount,"),
        of("retype property of body", "Products ~ int quantity, ~ String quantity,"),
        of("property of body optional", "Products ~ int quantity, ~ @Nullable Integer quantity,"),
        of("property of body required", "Products ~ @Nullable String reason ~ String reason"),
        of(
            "remove field with arguments",
            "Payment ~ @ApiField\n    public String label ~ public String label"),
        of(
            "remove argument of field",
            "Payment ~ String language,  ~ ",
            "Payment ~ return language ~ return number"),
        of("add argument of field", "Payment ~ String language, ~ String language, String region,"),
        of(
            "add optional argument of field",
            "Payment ~ String language, ~ String language, @Nullable String region,"),
        of(
            "argument of field optional",
            "Payment ~ String language, ~ @Nullable String language,",
            "Payment ~ return language ~ return number"),
        of(
            "retype argument of field",
            "Payment ~ String language, ~ int language,",
            "Payment ~ return language ~ return number"),
        of("no default of argument of field", "Payment ~ @DefaultValue(\"9\") int ~ int"),
        of(
            "argument with default",
            "Products ~ boolean sold ~ @DefaultValue(\"true\") boolean sold"),
        of(
            "optional argument with default",
            "Products ~ @Nullable BigDecimal minPrice ~ @DefaultValue(\"1\") @Nullable BigDecimal minPrice"),
        of(
            "add argument with default",
            "Products ~ boolean sold ~ boolean sold, @DefaultValue(\"5\") int most"),
        of(
            "another default of argument",
            "Products ~ @DefaultValue(\"10\") ~ @DefaultValue(\"20\")"),
        of("no default of argument", "Products ~ @DefaultValue(\"10\") int ~ int"),
        of(
            "property of body with default",
            "Products ~ int quantity, ~ @DefaultValue(\"1\") int quantity,"),
        of(
            "input field with default",
            "OrderInput ~ int quantity, ~ @DefaultValue(\"1\") int quantity,"),
        of(
            "another default of input field",
            "OrderInput ~ @DefaultValue(\"LOW\") ~ @DefaultValue(\"HIGH\")"),
        of("no default of input field", "OrderInput ~ @DefaultValue(\"LOW\") Priority ~ Priority"),
        of(
            "second parameter beside the body",
            "Orders ~ OrderInput input ~ OrderInput input, @Nullable String coupon"),
        of("body optional", "Orders ~ OrderInput input ~ @Nullable OrderInput input"),
        of(
            "limit a parameter",
            "Products ~ int quantity, ~ @jakarta.validation.constraints.Max(9) int quantity,"));
  }
}
