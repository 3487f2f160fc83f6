package io.triglot.benchmarks.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.triglot.benchmarks.shop.ClosedLoop;
import io.triglot.benchmarks.shop.HttpCalls;
import io.triglot.benchmarks.shop.Load;
import io.triglot.benchmarks.shop.Outcome;
import io.triglot.benchmarks.shop.Report;
import io.triglot.benchmarks.shop.Spread;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.ContentResponse;

/**
 * Processor time of the server per request, by its own count: collectors, compilers and all. All
 * servers run the whole time and take turns, so that what disturbs the machine disturbs them alike;
 * ratios are of turns of one round.
 */
final class CpuPerRequest {
  private static final int CALLERS = 32;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Lane> lanes = new ArrayList<>();
  private final Effort effort;
  private final Report report;

  private CpuPerRequest(Effort effort, Report report) {
    this.effort = effort;
    this.report = report;
  }

  /** Measures these servers on a JDK. */
  static void measure(List<Contender> contenders, Jdk jdk, Effort effort, Report report)
      throws Exception {
    CpuPerRequest measurement = new CpuPerRequest(effort, report);
    try {
      for (Contender contender : contenders) {
        report.doing("start, " + contender);
        measurement.lanes.add(new Lane(contender, jdk));
      }
      measurement.run();
    } finally {
      measurement.lanes.forEach(Lane::close);
    }
  }

  private void run() throws Exception {
    for (Question question : Question.values()) {
      JsonNode expected = lanes.get(0).answer(question);
      for (Lane lane : lanes) {
        if (!lane.answer(question).equals(expected)) {
          throw new IllegalStateException(lane.contender + " answers " + lane.answer(question));
        }
      }
    }
    for (Lane lane : lanes) {
      report.doing("warm-up, " + lane.contender);
      for (Question question : Question.values()) {
        lane.warmUp(question, effort.warmUp());
      }
    }
    for (int round = 1; round <= effort.rounds(); round++) {
      report.doing("round " + round);
      for (Question question : Question.values()) {
        for (Lane lane : lanes) {
          lane.turn(question, effort);
        }
        for (Lane lane : lanes) {
          lane.compare(question, own(lane.contender.mayBlock()));
        }
      }
    }
    print();
  }

  /** Triglot's, where methods may block, or where they may not. */
  private Lane own(boolean mayBlock) {
    return lanes.get(mayBlock ? 0 : 1);
  }

  private void print() throws IOException {
    report.columns(
        "server",
        "GET by id, µs",
        "GET list of 50",
        "POST",
        "Triglot : it, GET by id",
        "list",
        "POST",
        "resident, MiB");
    for (Lane lane : lanes) {
      List<Object> cells = new ArrayList<>(List.of(lane.contender));
      lane.micros.values().forEach(spread -> cells.add(spread.text(1)));
      lane.ratios
          .values()
          .forEach(
              spread -> cells.add(lane == own(lane.contender.mayBlock()) ? "" : spread.text(2)));
      cells.add(Report.figure(lane.server.residentBytes() / (1024.0 * 1024.0), 0));
      report.row(cells.toArray());
      if (lane.errors > 0) {
        report.doing(lane.contender + ": " + lane.errors + " errors, " + lane.firstError);
      }
    }
    report.end();
    for (Lane lane : lanes) {
      if (lane.errors > 0) {
        report.failed(lane.contender + ": " + lane.errors + " errors, " + lane.firstError);
      }
    }
  }

  /** One server under load. */
  private static final class Lane implements AutoCloseable {
    final Contender contender;
    final ServerProcess server;
    final HttpCalls calls;
    final Map<Question, Spread> micros = new EnumMap<>(Question.class);
    final Map<Question, Spread> ratios = new EnumMap<>(Question.class);
    final Map<Question, Double> latest = new EnumMap<>(Question.class);
    long errors;
    String firstError = "";

    Lane(Contender contender, Jdk jdk) throws Exception {
      this.contender = contender;
      server = ServerProcess.start(contender, jdk);
      try {
        FirstAnswer.REST.await(server, contender.below());
      } catch (IOException e) {
        server.close();
        throw new IOException(contender + ": " + e.getMessage(), e);
      }
      calls = new HttpCalls(server.ports().http(), CALLERS);
      for (Question question : Question.values()) {
        micros.put(question, new Spread());
        ratios.put(question, new Spread());
      }
    }

    JsonNode answer(Question question)
        throws IOException, InterruptedException, ExecutionException, TimeoutException {
      ContentResponse response = question.request(calls, contender.below()).send();
      return JSON.readTree(response.getContent());
    }

    void warmUp(Question question, int requests) throws InterruptedException {
      long asked = 0;
      while (asked < requests && errors == 0) {
        asked += load(question, Duration.ofMillis(500));
      }
    }

    long load(Question question, Duration time) throws InterruptedException {
      Load load =
          () -> calls.send(question.request(calls, contender.below()), body -> body.length > 50);
      Outcome outcome = ClosedLoop.run(load, CALLERS, time);
      errors += outcome.errors();
      if (outcome.firstError() != null) {
        firstError = Objects.requireNonNull(outcome.firstError());
      }
      return Math.max(1, outcome.times().getTotalCount());
    }

    void turn(Question question, Effort effort) throws InterruptedException {
      long before = server.cpu().toNanos();
      long requests = load(question, effort.turn());
      double each = (server.cpu().toNanos() - before) / 1_000.0 / requests;
      latest.put(question, each);
      micros.get(question).add(each);
    }

    void compare(Question question, Lane own) {
      ratios.get(question).add(own.latest.get(question) / latest.get(question));
    }

    @Override
    public void close() {
      calls.close();
      server.close();
    }
  }
}
