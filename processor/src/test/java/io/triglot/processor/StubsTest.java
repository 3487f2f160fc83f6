package io.triglot.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Code that mentions what could not be generated adds no error to the one that is the cause. */
class StubsTest {
  private static final String SHOP =
      """
      package com.acme;

      import io.triglot.ApiOperation;
      import io.triglot.runtime.CallContext;

      public class Shop extends BaseService<Shop.Order> {
        public record Order(String id, java.io.File scan) {}

        @ApiOperation public Order order(String id, CallContext call) throws Gone { return null; }
            @ApiOperation public String getName() { return ""; }
      }
      """;
  private static final String BASE =
      """
      package com.acme;

      import io.triglot.ApiOperation;
      import java.util.Set;

      public class BaseService<T> {
        @ApiOperation public Set<T> findAll() { return Set.of(); }
      }
      """;
  private static final String GONE =
      """
      package com.acme;

      import io.triglot.ApiError;
      import io.triglot.runtime.StatusCode;

      @ApiError(StatusCode.NOT_FOUND)
      public class Gone extends Exception {
        private static final long serialVersionUID = 1;
      }
      """;
  private static final String API =
      """
      package com.acme;

      import io.triglot.ApiOperation;

      public interface Api {
        @ApiOperation Shop.Order order(String id);
      }
      """;
  private static final String SOUND =
      """
      package com.acme;

      import io.triglot.ApiOperation;

      public class Clock {
        public record Time(String text) {}

        @ApiOperation public Time getTime() { return new Time("now"); }
      }
      """;
  private static final String USER =
      """
      package com.acme.app;

      import static com.acme.ShopGrpcClient.of;

      import com.acme.*;
      import io.grpc.BindableService;
      import io.triglot.runtime.ServiceContract;
      import io.triglot.runtime.graphql.GraphQlBinding;
      import io.triglot.runtime.rest.RestBinding;
      import java.util.*;

      public class User {
        ServiceContract contract = new ShopContract();
        ShopResource resource = new ShopResource(new Shop(), null);
        RestBinding routes = new ShopRoutes(new Shop(), null);
        GraphQlBinding graphQl = new ShopGraphQl(new Shop(), null);
        BindableService binding = new ShopGrpc(new Shop(), null);
        ShopGrpcClient client = of(null).withWaitForReady();
        Api api = ApiGrpcClient.of(null);

        Set<Shop.Order> use() throws Gone {
          Shop.Order order = client.order("1");
          String name = client.getName();
          return client.findAll();
        }

        Clock.Time time = ClockGrpcClient.of(null).getTime();
        Object marshaller = Clock_TimeMarshaller.INSTANCE;
        GoneDescriber describer = new GoneDescriber();
      }
      """;
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void oneMistakeIsOneError(CompilerKind kind) {
    assertThat(errors(kind, SHOP, BASE, GONE, API, SOUND, USER))
        .singleElement()
        .asString()
        .contains("[TriglotUnsupportedType] java.io.File has no mapping");
  }

  @ParameterizedTest
  @EnumSource
  void thatHoldsForMistakesThatAProtocolSees(CompilerKind kind) {
    String shop =
        """
        package com.acme;

        import io.triglot.ApiOperation;

        public class Shop {
          @ApiOperation("GET /names") public String getName() { return ""; }
          @ApiOperation("GET /names") public String getOther() { return ""; }
        }
        """;
    String user =
        """
        package com.acme;

        public class User {
          String name = ShopGrpcClient.of(null).getOther();
          ShopResource resource;
          Clock.Time time = ClockGrpcClient.of(null).getTime();
        }
        """;

    assertThat(errors(kind, shop, SOUND, user))
        .singleElement()
        .asString()
        .contains("[TriglotDuplicateRoute]");
  }

  @ParameterizedTest
  @EnumSource
  void stubsHaveTheSignaturesThatWereRefused(CompilerKind kind) {
    String shop =
        """
        package com.acme;

        import io.triglot.ApiOperation;
        import java.util.*;

        public interface Shop {
          @ApiOperation List<? super Map<String, int[]>> getSizes();
        }
        """;
    String user =
        """
        package com.acme;

        import java.util.*;

        public class User {
          Shop shop = ShopGrpcClient.of(null);
          List<? super Map<String, int[]>> sizes = ShopGrpcClient.of(null).getSizes();
        }
        """;

    assertThat(errors(kind, shop, user))
        .singleElement()
        .asString()
        .contains("[TriglotGenericType] ? super Map<String, int[]>");
  }

  @ParameterizedTest
  @EnumSource
  void mistakesOfAllKindsAreReportedAtOnce(CompilerKind kind) {
    String routes =
        """
        package com.acme;

        import io.triglot.ApiOperation;

        public class Names {
          @ApiOperation("GET /names") public String getName() { return ""; }
          @ApiOperation("GET /names") public String getOther() { return ""; }
        }
        """;
    String numbers =
        """
        package com.acme;

        import io.triglot.*;

        public class Numbers {
          @ApiOperation public int findNumber(@ApiField(number = 0) String id) { return 1; }
        }
        """;

    assertThat(errors(kind, API, SHOP, BASE, GONE, routes, numbers))
        .extracting(each -> each.replaceFirst("(?s).*\\[(Triglot\\w+)].*", "$1"))
        .containsExactlyInAnyOrder(
            "TriglotUnsupportedType", "TriglotDuplicateRoute", "TriglotFieldNumber");
  }

  @ParameterizedTest
  @EnumSource
  void nothingButTheServiceWithTheMistakeIsAStub(CompilerKind kind) {
    Compilation compilation = kind.in(directory).compile(SHOP, BASE, GONE, API, SOUND);

    assertThat(
            compilation.generatedSources().entrySet().stream()
                .filter(source -> source.getValue().contains("Stands in until"))
                .map(source -> source.getKey().replaceFirst("com/acme/(\\w+)\\.java", "$1")))
        .containsExactlyElementsOf(
            Stream.of("Api", "Shop")
                .flatMap(
                    service ->
                        Stream.of(
                                "Contract",
                                "GraphQl",
                                "Grpc",
                                "GrpcClient",
                                "Resource",
                                "RestClient",
                                "Routes")
                            .map(service::concat))
                .toList());
  }

  /** The errors; javac goes on after the first as far as it can, which Error Prone asks it for. */
  private List<String> errors(CompilerKind kind, String... sources) {
    TestCompiler compiler = kind.in(directory);
    return (kind == CompilerKind.JAVAC ? compiler.with("-XDshould-stop.ifError=FLOW") : compiler)
        .compile(sources).diagnostics().stream().filter(each -> each.contains("error: ")).toList();
  }
}
