package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import io.triglot.runtime.grpc.GrpcEndpoint;
import io.triglot.runtime.parity.Comparison;
import io.triglot.runtime.parity.ParityCheck;
import io.triglot.runtime.parity.Verdict;
import io.triglot.runtime.rest.RestCallException;
import io.triglot.runtime.rest.RestChannel;
import io.triglot.runtime.rest.RestEndpoint;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The clients of a service on REST and on gRPC, compared by their calls of real servers. */
@Timeout(180)
class ComparedClientsTest {
  private static ClassLoader loader;
  private static Object front;
  private static Object behind;
  private static RestHost rest;
  private static Server grpc;
  private static ManagedChannel channel;

  private final BlockingQueue<Comparison> reports = new LinkedBlockingQueue<>();

  @BeforeAll
  static void open(@TempDir Path directory) throws Exception {
    loader = TestCompiler.javac(directory).compile(DeskSources.all()).requireSuccess().loader();
    front = type("NewsDesk").getConstructor().newInstance();
    behind = type("NewsDesk").getConstructor().newInstance();
    rest = DirectHost.start(RestEndpoint.of(Api.of(front)), 10_000);
    grpc =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addServices(GrpcEndpoint.of(Api.of(behind)).services())
            .build()
            .start();
    channel = NettyChannelBuilder.forAddress("127.0.0.1", grpc.getPort()).usePlaintext().build();
  }

  @AfterAll
  static void close() throws Exception {
    for (Object desk : new Object[] {front, behind}) {
      ((CountDownLatch) desk.getClass().getField("released").get(desk)).countDown();
    }
    rest.close();
    channel.shutdownNow();
    grpc.shutdownNow();
  }

  @AfterEach
  void nothingElseIsReported() {
    assertThat(reports).isEmpty();
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return loader.loadClass("com.acme.desk." + name);
  }

  private static Object restClient(URI server) throws Exception {
    return type("DeskRestClient")
        .getMethod("of", RestChannel.class)
        .invoke(null, RestChannel.to(server));
  }

  private static Object grpcClient() throws Exception {
    return type("DeskGrpcClient").getMethod("of", Channel.class).invoke(null, channel);
  }

  @SuppressWarnings("unchecked")
  private ParityCheck<Object> check(Object primary, Object candidate) throws Exception {
    return ParityCheck.of((Class<Object>) type("Desk"), primary, candidate)
        .share(1)
        .timeout(Duration.ofMinutes(2))
        .observer(reports::add);
  }

  private Object restThenGrpc() throws Exception {
    return check(restClient(rest.uri()), grpcClient()).build();
  }

  private static Object call(Object desk, String name, Object... arguments) throws Exception {
    Method method =
        Arrays.stream(type("Desk").getMethods())
            .filter(each -> each.getName().equals(name))
            .findFirst()
            .orElseThrow();
    try {
      return method.invoke(desk, arguments);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }

  private void assertReport(Verdict verdict, String operation, String... differences)
      throws InterruptedException {
    Comparison report = reports.poll(90, TimeUnit.SECONDS);
    assertThat(report).isNotNull();
    assertThat(report.operation()).isEqualTo("Desk." + operation);
    assertThat(report.verdict()).as(report.toString()).isEqualTo(verdict);
    assertThat(report.differences()).containsExactly(differences);
  }

  @Test
  void valuesThatTravelOnBothAreTheSame() throws Exception {
    Object desk = restThenGrpc();

    call(desk, "issue", "a");
    assertReport(Verdict.SAME, "issue");
    call(desk, "issue", "none");
    assertReport(Verdict.SAME, "issue");
    call(desk, "latest", true);
    assertReport(Verdict.SAME, "latest");
    call(desk, "countIssues", false);
    assertReport(Verdict.SAME, "countIssues");
    CompletionStage<?> readers =
        (CompletionStage<?>) call(desk, "countReaders", type("Color").getEnumConstants()[0]);
    assertThat(readers.toCompletableFuture().get(60, TimeUnit.SECONDS)).isEqualTo(7_000_000_000L);
    assertReport(Verdict.SAME, "countReaders");
  }

  @Test
  void errorsThatTravelOnBothAreTheSame() throws Exception {
    Object desk = restThenGrpc();

    call(desk, "countReaders", type("Color").getEnumConstants()[1]);
    assertReport(Verdict.SAME, "countReaders");
    assertThatThrownBy(() -> call(desk, "issue", "bug")).isInstanceOf(RestCallException.class);
    assertReport(Verdict.SAME, "issue");
  }

  @Test
  void mutationsAndStreamsAreNotCompared() throws Exception {
    Object desk = restThenGrpc();
    Object order =
        type("Order").getConstructors()[0].newInstance("R", Map.of(), java.util.List.of(), "s");

    assertThatThrownBy(() -> call(desk, "placeOrder", order)).isInstanceOf(type("SoldOut"));
    call(desk, "setPrice", "x", BigDecimal.ONE, null);
    call(desk, "editions", 2);
    call(desk, "numbers", 2);

    call(desk, "issue", "price");
    assertReport(Verdict.DIFFERENT, "issue", "/headlines/0"); // one of them has no price
  }

  @Test
  void aServerThatIsDownHasNotAnswered() throws Exception {
    Object desk = check(grpcClient(), restClient(URI.create("http://127.0.0.1:1"))).build();

    assertThat(call(desk, "countIssues", true)).hasToString("OptionalInt[3]");
    assertReport(Verdict.UNANSWERED, "countIssues");
  }

  @Test
  void aServerThatHangsHoldsNobodyUp() throws Exception {
    Class<?> desks = type("Desk");
    Object quick =
        java.lang.reflect.Proxy.newProxyInstance(
            loader, new Class<?>[] {desks}, (proxy, method, arguments) -> true);
    for (Object hanging : new Object[] {restClient(rest.uri()), grpcClient()}) {
      Object desk = check(quick, hanging).timeout(Duration.ofMillis(100)).build();

      assertThat(call(desk, "pause", "for long")).isEqualTo(true);
      assertReport(Verdict.UNANSWERED, "pause");
    }
  }

  @Test
  void theCallThatIsServedIsNamedToTheCandidate() throws Exception {
    Object compared = check(grpcClient(), restClient(rest.uri())).build();
    try (RestHost served = DirectHost.start(RestEndpoint.of(Api.of(compared)), 10_000)) {
      RestClient.Reply reply =
          new RestClient(served.uri()).get("/headers/traceparent", "traceparent", "00-1");

      assertThat(reply.text()).isEqualTo("\"00-1\"");
      assertReport(Verdict.SAME, "headerOf");
    }
  }

  @Test
  void anAbsentValueIsWhatItIsOnBoth() throws Exception {
    assertThat(call(restThenGrpc(), "latest", false)).isEqualTo(Optional.empty());
    assertReport(Verdict.SAME, "latest");
  }
}
