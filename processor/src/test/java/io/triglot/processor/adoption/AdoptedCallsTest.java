package io.triglot.processor.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.triglot.runtime.adoption.ExceptionMappers;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AdoptedCallsTest {
  @RegisterExtension
  static final CompiledResource RESOURCES =
      new CompiledResource(
          "com.acme.shop.OrderResource",
          ShopResources.ORDERS,
          ShopResources.BASE,
          ShopResources.DESCRIBED,
          ShopResources.OLD);

  private static AdoptedService orders;

  @BeforeAll
  static void serve() {
    orders =
        AdoptedService.of(
                AdoptedService.builder(RESOURCES.type())
                    .authenticator(AdoptedService::caller)
                    .exceptionMappers(ExceptionMappers.of(new StateMapper())))
            .with("user", "alice")
            .with("X-Tenant", "acme")
            .with("Cookie", "sid=7; theme=light");
  }

  @AfterAll
  static void stop() {
    orders.close();
  }

  /** As an application has it. */
  static final class StateMapper implements ExceptionMapper<IllegalStateException> {
    @Override
    public Response toResponse(IllegalStateException failure) {
      return Response.status(409).entity(Map.of("error", failure.getMessage())).build();
    }
  }

  @Test
  void bindsTemplatesWithRegularExpressionsAndParametersWithoutAnnotation() {
    assertThat(orders.fields("Order")).containsExactly("shop", "id");
    assertThat(orders.call("Order", "{'shop':4,'id':'a'}"))
        .isEqualTo("{'result':{'id':'4a','quantity':1}}");
  }

  @Test
  void inheritsAnnotationsFromSuperclassesAndInterfaces() {
    assertThat(orders.call("Inherited", "{'n':4}")).isEqualTo("{'result':5}");
    assertThat(orders.call("Described", "{}")).isEqualTo("{'result':'described none'}");
    try (AdoptedService nested =
        AdoptedService.of(RESOURCES.type("com.acme.shop.BaseResource$V1"))) {
      assertThat(nested.call("Inherited", "{'n':1}")).isEqualTo("{'result':2}");
    }
  }

  @Test
  void convertsWhatTheQueryHas() {
    assertThat(orders.call("Orders", "{}")).isEqualTo("{'result':[{'id':'0DATEnull?'}]}");
    assertThat(
            orders.call(
                "Orders",
                "{'ids':['e58ed763-928c-4155-bee9-fdbaaadc15f3'],'sort':'SORT_NAME',"
                    + "'range':'3-4','max':9,'q':'x'}"))
        .isEqualTo("{'result':[{'id':'1NAME3-4x','quantity':9}]}");
    assertThat(failure("Orders", "{'range':'x'}")).hasMessageStartingWith("INVALID_ARGUMENT");
  }

  @Test
  void flattensBeansAndReadsMetadata() {
    assertThat(orders.fields("Paged")).containsExactly("page", "after");
    assertThat(orders.call("Paged", "{'after':'b'}")).isEqualTo("{'result':'1,b,acme,7,0,light'}");
  }

  @Test
  void refusesMetadataThatCannotBeRead() {
    try (AdoptedService other = AdoptedService.of(RESOURCES.type()).with("X-Count", "many")) {
      other.with("Cookie", "sid=7");
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> other.call("Paged", "{}"))
          .hasMessage("INVALID_ARGUMENT: X-Count: \"many\" cannot be read");
    }
  }

  @Test
  void tellsContexts() {
    assertThat(orders.fields("Context")).containsExactly("shop", "id", "q");
    assertThat(orders.call("Context", "{'shop':'4','id':'a b','q':'c'}"))
        .isEqualTo(
            "{'result':'acme,alice,true,shops/4/orders/context/a b,c,"
                + "http://localhost/shops/4/orders/context/a%20b/x,GET'}");
  }

  @Test
  void takesEntitiesOutOfResponses() {
    assertThat(orders.call("Create", "{'order':{'id':'a','quantity':1}}"))
        .isEqualTo("{'result':{'id':'a','quantity':1}}");
    assertThat(orders.call("Listed", "{}")).isEqualTo("{'result':[{'id':'a','quantity':1}]}");
    assertThat(orders.call("Delete", "{'id':'a'}")).isEqualTo("{}");
    assertThat(orders.call("Stage", "{}")).isEqualTo("{'result':{'id':'stage','quantity':1}}");
  }

  @Test
  void makesStatusesOfResponsesThatFail() throws Exception {
    StatusRuntimeException failure = failure("Create", "{'order':{'id':'a','quantity':0}}");
    assertThat(failure).hasMessage("INVALID_ARGUMENT: Too few");
    assertThat(detail(failure, ErrorInfo.class).getMetadataMap())
        .containsEntry("least", "1")
        .containsEntry("httpStatus", "422");
    assertThat(failure("Delete", "{'id':'gone'}")).hasMessage("NOT_FOUND: Gone");
  }

  @Test
  void makesStatusesOfExceptions() throws Exception {
    assertThat(failure("Failing", "{'how':'404'}")).hasMessage("NOT_FOUND: Not Found");
    assertThat(failure("Suspended", "{'id':'none'}")).hasMessage("NOT_FOUND: Not Found");
    assertThat(failure("Failing", "{'how':'mapped'}")).hasMessage("ABORTED: mapped");
    assertThat(failure("Failing", "{'how':'bug'}")).hasMessage("INTERNAL: Internal error");
    StatusRuntimeException taken = failure("Failing", "{'how':'entity'}");
    assertThat(taken).hasMessage("ABORTED: Conflict");
    assertThat(detail(taken, ErrorInfo.class).getMetadataMap()).containsEntry("id", "taken");
    StatusRuntimeException unavailable = failure("Failing", "{'how':'503'}");
    assertThat(unavailable).hasMessageStartingWith("UNAVAILABLE");
    assertThat(detail(unavailable, RetryInfo.class).getRetryDelay().getSeconds()).isEqualTo(30);
  }

  @Test
  void answersLater() {
    assertThat(orders.call("Later", "{}")).isEqualTo("{'result':{'id':'later','quantity':1}}");
    assertThat(orders.call("Suspended", "{'id':'a'}"))
        .isEqualTo("{'result':{'id':'a','quantity':2}}");
    assertThat(orders.stream("Events", "{}")).containsExactly("{'result':1}", "{'result':2}");
  }

  @Test
  void leavesTheRestWhereItIsAndSaysWhy() {
    assertThat(orders.rpcs()).doesNotContain("Page", "Unsaid", "Upload", "Items");
    assertThat(String.join("\n", RESOURCES.compilation().diagnostics()))
        .containsOnlyOnce("[TriglotNotAdopted]")
        .contains("page: It gives text/html.")
        .contains("unsaid: Nothing says which entity it answers with. Write @ApiOperation(returns")
        .contains("upload: ")
        .contains("items: It locates a sub-resource.");
  }

  @Test
  void servesTheOlderNameOfJaxRsAlike() {
    try (AdoptedService old =
        AdoptedService.of(RESOURCES.type("com.acme.old.OldResource"))
            .with("X-Tenant", "acme")
            .with("Cookie", "sid=7")) {
      assertThat(old.call("Get", "{'id':'a'}")).isEqualTo("{'result':'a,acme,acme,alice,7,acme'}");
      assertThat(old.call("Later", "{}")).isEqualTo("{'result':'later'}");
    }
  }

  private static StatusRuntimeException failure(String rpc, String request) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(
        StatusRuntimeException.class, () -> orders.call(rpc, request));
  }

  private static <T extends com.google.protobuf.Message> T detail(
      StatusRuntimeException failure, Class<T> type) throws InvalidProtocolBufferException {
    for (Any any : StatusProto.fromThrowable(failure).getDetailsList()) {
      if (any.is(type)) {
        return any.unpack(type);
      }
    }
    throw new AssertionError("no " + type);
  }

  @Test
  void generatesTheSameInEcj() {
    assertThat(RESOURCES.generatedByEcj()).isEqualTo(RESOURCES.compilation().generatedSources());
  }
}
