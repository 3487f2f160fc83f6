package io.triglot.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import io.triglot.server.page.ApiListing.Field;
import io.triglot.server.page.ApiListing.Type;
import io.triglot.server.page.ServiceReport.Named;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypeCatalogTest {
  private static final String OPEN_API =
      """
      {"components": {"schemas": {
        "Tea": {"description": "To drink.", "required": ["name"], "properties": {
          "name": {"type": "string", "minLength": 1, "maxLength": 20},
          "grams": {"type": "integer", "format": "int32", "minimum": 1},
          "kind": {"$ref": "#/components/schemas/Kind"},
          "notes": {"type": ["array", "null"], "items": {"type": "string"}}}},
        "Kind": {"description": "A kind.\\n\\n- `GREEN_TEA`: Not fermented.", "type": "string", "enum": ["GREEN_TEA"]},
        "TeaNotFoundProblem": {"properties": {"id": {"type": "string"}}}}}}
      """;

  private static final String SDL =
      """
      type Query { tea: Tea }
      type Tea { name: String! "Who grows it." grower(year: Int): Grower notes: [String!] }
      input TeaInput { name: String! }
      type Grower { name: String! }
      type TeaConnection { nodes: [Tea!]! }
      enum Kind { GREEN_TEA }
      """;

  @Test
  void tellsAFieldOnEachProtocol() throws DescriptorValidationException {
    List<Type> types = TypeCatalog.of(OPEN_API, SDL, List.of(rpc("tea.v1")), List.of());

    assertThat(types).extracting(Type::name).containsExactly("Grower", "Kind", "Tea");
    assertThat(types.get(2).doc()).isEqualTo("To drink.");
    assertThat(types.get(2).fields())
        .containsExactly(
            field("name", "", "string, 1 to 20 characters", "String!", "string = 1"),
            new Field("grams", "", Map.of("REST", "integer (int32), ≥ 1, optional")),
            new Field("kind", "", Map.of("REST", "Kind, optional", "gRPC", "Kind = 2")),
            new Field(
                "notes",
                "",
                Map.of(
                    "REST", "list of string or null, optional",
                    "GraphQL", "[String!]",
                    "gRPC", "repeated string = 3")),
            new Field("grower", "Who grows it.", Map.of("GraphQL", "Grower by year")));
  }

  @Test
  void tellsTheValuesOfAnEnum() throws DescriptorValidationException {
    Type kind = TypeCatalog.of(OPEN_API, SDL, List.of(rpc("tea.v1")), List.of()).get(1);

    assertThat(kind.doc()).isEqualTo("A kind.");
    assertThat(kind.fields())
        .containsExactly(
            field("GREEN_TEA", "Not fermented.", "GREEN_TEA", "GREEN_TEA", "KIND_GREEN_TEA = 1"));
  }

  @Test
  void keepsVersionsApart() throws DescriptorValidationException {
    assertThat(TypeCatalog.of("", "", List.of(rpc("tea.v1"), rpc("tea.v2")), List.of()))
        .extracting(Type::name)
        .containsExactly("Kind", "KindV2", "Tea", "TeaV2");
  }

  @Test
  void leavesOutTheRootsOfGraphQlWhateverTheirNames() {
    String sdl = "schema { query: Teas } type Teas { tea: Tea } type Tea { name: String! }";

    assertThat(TypeCatalog.of("", sdl, List.of(), List.of()))
        .extracting(Type::name)
        .containsExactly("Tea");
  }

  @Test
  void joinsWhatIsCalledOtherwiseInOneContract() throws DescriptorValidationException {
    String sdl =
        "type Query { tea: Infusion } type Infusion { name: String! } input Brew { name: String! }";
    Named tea = new Named("Tea", Map.of("graphql", "Infusion"), "Brew");

    List<Type> types = TypeCatalog.of(OPEN_API, sdl, List.of(rpc("tea.v1")), List.of(tea));

    assertThat(types).extracting(Type::name).containsExactly("Kind", "Tea");
    assertThat(types.get(1).names()).isEqualTo(Map.of("GraphQL", "Infusion"));
    assertThat(types.get(1).fields())
        .contains(field("name", "", "string, 1 to 20 characters", "String!", "string = 1"));
  }

  private static Field field(String name, String doc, String rest, String graphQl, String grpc) {
    return new Field(name, doc, Map.of("REST", rest, "GraphQL", graphQl, "gRPC", grpc));
  }

  private static MethodDescriptor rpc(String name) throws DescriptorValidationException {
    DescriptorProto tea =
        DescriptorProto.newBuilder()
            .setName("Tea")
            .addField(proto("name", 1, Label.LABEL_OPTIONAL))
            .addField(
                proto("kind", 2, Label.LABEL_OPTIONAL)
                    .setType(FieldDescriptorProto.Type.TYPE_ENUM)
                    .setTypeName("Kind"))
            .addField(proto("notes", 3, Label.LABEL_REPEATED))
            .build();
    EnumDescriptorProto kind =
        EnumDescriptorProto.newBuilder()
            .setName("Kind")
            .addValue(value("KIND_UNSPECIFIED", 0))
            .addValue(value("KIND_GREEN_TEA", 1))
            .build();
    FileDescriptorProto file =
        FileDescriptorProto.newBuilder()
            .setName(name)
            .setPackage(name)
            .setSyntax("proto3")
            .addMessageType(tea)
            .addMessageType(DescriptorProto.newBuilder().setName("GetRequest"))
            .addMessageType(DescriptorProto.newBuilder().setName("GetResponse"))
            .addEnumType(kind)
            .addService(
                ServiceDescriptorProto.newBuilder()
                    .setName("TeaService")
                    .addMethod(
                        MethodDescriptorProto.newBuilder()
                            .setName("Get")
                            .setInputType("GetRequest")
                            .setOutputType("GetResponse")))
            .build();
    return FileDescriptor.buildFrom(file, new FileDescriptor[0])
        .getServices()
        .get(0)
        .getMethods()
        .get(0);
  }

  private static FieldDescriptorProto.Builder proto(String name, int number, Label label) {
    return FieldDescriptorProto.newBuilder()
        .setName(name)
        .setJsonName(name)
        .setNumber(number)
        .setLabel(label)
        .setType(FieldDescriptorProto.Type.TYPE_STRING);
  }

  private static EnumValueDescriptorProto.Builder value(String name, int number) {
    return EnumValueDescriptorProto.newBuilder().setName(name).setNumber(number);
  }
}
