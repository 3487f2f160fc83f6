package io.triglot.processor.backend.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Caller;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Operations whose callers stream values, with and without a stream as the answer. */
@Timeout(60)
class ClientStreamsTest {
  private static final String SERVICE = "acme.weather.v1.WeatherService/";

  @TempDir static Path directory;
  private static Compilation compilation;
  private static GrpcFixture weather;

  @BeforeAll
  static void open() {
    compilation = TestCompiler.javac(directory).compile(WeatherSources.all()).requireSuccess();
    weather =
        GrpcFixture.of(
            compilation,
            "com.acme.weather.Weather",
            api ->
                api.authenticator(
                    request ->
                        request
                            .header("Authorization")
                            .map(token -> new Caller(token, Set.of(token)))));
  }

  @AfterAll
  static void close() {
    weather.close();
  }

  @Test
  void reachAMethodThatBlocksUntilAllIsThere() {
    assertThat(weather.exchange(SERVICE + "AddReadings", readings(1, 2, 3)))
        .containsExactly("result: 6");
    assertThat(weather.exchange(SERVICE + "AddReadings", List.of())).containsExactly("");
  }

  @Test
  void reachAMethodThatAnswersWithAStage() {
    assertThat(weather.exchange(SERVICE + "CountReadings", readings(4, 4, 4)))
        .containsExactly("result: 3");
  }

  @Test
  void bringTheOtherArgumentsWithTheFirstMessage() {
    String rpc = SERVICE + "AddStationReadings";
    assertThat(
            weather.exchange(
                rpc, List.of("station { name: 'Oslo' } factor: 10", "value: 1", "value: 2")))
        .containsExactly("result: \"Oslo 30\"");
    assertThat(
            weather.exchange(
                rpc, List.of("station { name: 'Rome' } factor: 1 value: 0", "value: 2")))
        .containsExactly("result: \"Rome 2\"");
    assertThat(weather.exchange(rpc, List.of("station { name: 'Bern' }")))
        .containsExactly("result: \"Bern 0\"");
    assertThat(weather.exchangeFailure(rpc, List.of("factor: 1")))
        .isEqualTo("INVALID_ARGUMENT: station: is required");
    assertThat(weather.exchangeFailure(rpc, List.of()))
        .isEqualTo("INVALID_ARGUMENT: There is no first message with the arguments");
  }

  @Test
  void areAnsweredWhileTheyLast() throws InterruptedException {
    TestCall call = weather.open(SERVICE + "Averages");
    call.call().request(10);
    call.send("value: 10");
    assertThat(call.next()).isEqualTo("result: 10.0");
    call.send("value: 20");
    assertThat(call.next()).isEqualTo("result: 15.0");
    call.call().halfClose();
    assertThat(call.end()).isEqualTo("OK");
  }

  @Test
  void slowTheClientDownToThePaceOfTheService() throws InterruptedException {
    TestCall call = weather.open(SERVICE + "AddSlowly");
    int sent = 0;
    while (sent < 5) {
      call.send("value: 1");
      sent++;
    }
    assertThat(weather.call(SERVICE + "CountSlow", "")).isEqualTo("result: 5");
    // In the same process, a call is ready as long as its messages are asked for.
    while (call.call().isReady() && sent < 10_000) {
      call.send("value: 1");
      sent++;
    }
    assertThat(sent).isLessThanOrEqualTo(5 + 16);
    call.call().cancel("enough", null);
    assertThat(weather.call(SERVICE + "FindSlowEnd", "")).isEqualTo("result: \"Cancelled\"");
  }

  @Test
  void endWithTheirServiceAndTellItWhenTheClientGivesUp() throws InterruptedException {
    TestCall call = weather.open(SERVICE + "FirstReading");
    call.call().request(1);
    call.send("value: 7");
    assertThat(call.next()).isEqualTo("result: 7");
    assertThat(call.end()).isEqualTo("OK"); // although the client could send more
  }

  @Test
  void endWithTheFieldThatCannotBeRead() {
    assertThat(weather.exchangeFailure(SERVICE + "ListNames", List.of("station {}", "")))
        .isEqualTo("INVALID_ARGUMENT: station: is required");
    assertThat(
            weather.exchangeFailure(
                SERVICE + "AddStationReadings", List.of("station { name: 'x' }", "factor: 2")))
        .isEqualTo("INVALID_ARGUMENT: value: is required");
  }

  @Test
  void endWithWhatCannotBeReadEvenIfTheirConsumerDoesNotCare() {
    assertThat(weather.exchangeFailure(SERVICE + "SendSilently", List.of("")))
        .isEqualTo("INVALID_ARGUMENT: station: is required");
  }

  @Test
  void failWithTheDeclaredErrorOfTheirConsumer() {
    assertThat(weather.exchangeFailure(SERVICE + "AddReadings", readings(1, -1, 3)))
        .isEqualTo("OUT_OF_RANGE: -1 is below absolute zero");
    assertThat(weather.exchangeFailure(SERVICE + "Averages", readings(1, -1, 3)))
        .isEqualTo("OUT_OF_RANGE: -1 is below absolute zero");
  }

  @Test
  void areAuthorizedBeforeAnythingIsRead() {
    assertThat(weather.exchangeFailure(SERVICE + "SendReadings", readings(1)))
        .isEqualTo("UNAUTHENTICATED: Authentication required");
    assertThat(weather.signedInAs("station").exchange(SERVICE + "SendReadings", readings(1)))
        .containsExactly("result: \"station\"");
  }

  @Test
  void areOfTheTypeOfTheMessageIfItIsNamedSo() {
    assertThat(weather.exchange(SERVICE + "Calibrate", List.of("offset: 2", "offset: 3")))
        .containsExactly("result: 5");
  }

  @Test
  void haveOneSubscriber() {
    assertThat(weather.exchange(SERVICE + "FindSecondSubscriber", readings(1)))
        .containsExactly("result: \"The values of a call have one subscriber\"");
  }

  @Test
  void takeManyValuesInOrder() {
    List<String> sent = IntStream.range(0, 5_000).mapToObj(i -> "value: " + i).toList();
    assertThat(weather.exchange(SERVICE + "Echo", sent))
        .containsExactlyElementsOf(
            Stream.concat(Stream.of(""), IntStream.range(1, 5_000).mapToObj(i -> "result: " + i))
                .toList());
  }

  @Test
  void areToldInTheContract() {
    assertThat(compilation.resource("acme/weather/v1/weather_service.proto"))
        .contains("  rpc AddReadings(stream AddReadingsRequest) returns (AddReadingsResponse);\n")
        .contains("  rpc Averages(stream AveragesRequest) returns (stream AveragesResponse);\n")
        .contains(
            """
            // The request of AddStationReadings. The first message of the stream has the arguments, and each message after it a value of value.
            message AddStationReadingsRequest {
              Station station = 1;
              int32 factor = 2;
              optional int32 value = 3;
            }
            """);
  }

  private static List<String> readings(int... values) {
    return IntStream.of(values).mapToObj(value -> "value: " + value).toList();
  }
}
