package com.acme.types;

import io.triglot.ApiBatch;
import io.triglot.ApiOperation;
import io.triglot.runtime.CallContext;
import io.triglot.runtime.OperationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.jspecify.annotations.Nullable;

/** Operations of every form. */
public class TypesService {
  private final List<String> log = new ArrayList<>();

  @ApiOperation(kind = OperationKind.QUERY)
  public Everything echo(Everything value) {
    return value;
  }

  @ApiOperation(kind = OperationKind.QUERY)
  public Node echoNode(Node node) {
    return node;
  }

  @ApiOperation(kind = OperationKind.QUERY)
  public List<Integer> lengths(
      List<Node> nodes, Map<String, Integer> counts, Optional<String> name, @Nullable Integer add) {
    List<Integer> lengths = new ArrayList<>();
    nodes.forEach(node -> lengths.add(count(node)));
    counts.values().forEach(lengths::add);
    name.ifPresent(text -> lengths.add(text.length()));
    lengths.add(add == null ? -1 : add);
    return lengths;
  }

  /** Finds nothing. */
  @ApiOperation(kind = OperationKind.QUERY)
  public Optional<Node> nothing() {
    return Optional.empty();
  }

  @ApiOperation(kind = OperationKind.QUERY)
  public Map<String, Map<String, Integer>> nested() {
    return Map.of("a", Map.of("b", 1));
  }

  @ApiOperation(kind = OperationKind.QUERY)
  public CompletionStage<Optional<Map<String, Integer>>> later(boolean some) {
    return CompletableFuture.supplyAsync(
        () -> some ? Optional.of(Map.of("one", 1)) : Optional.empty());
  }

  @ApiOperation(kind = OperationKind.MUTATION)
  public void note(String text) {
    log.add(text);
  }

  @ApiOperation(kind = OperationKind.MUTATION)
  public CompletionStage<Void> noteLater(String text) {
    return CompletableFuture.runAsync(() -> log.add(text));
  }

  @ApiOperation(kind = OperationKind.QUERY)
  public List<String> log() {
    return log;
  }

  /** Parameters that are called like what generated code declares. */
  @ApiOperation(kind = OperationKind.QUERY)
  public String collisions(
      String call,
      String request,
      String arguments,
      String service,
      String calls,
      String value,
      CallContext context) {
    return String.join(",", call, request, arguments, service, calls, value)
        + context.operation().name();
  }

  @ApiOperation(name = "class", kind = OperationKind.QUERY)
  public int keyword(@Nullable Long id) {
    return id == null ? 0 : (int) (long) id;
  }

  /**
   * @deprecated Too old.
   */
  @Deprecated
  @ApiOperation(kind = OperationKind.QUERY)
  public int old() {
    return 1;
  }

  @ApiOperation
  public Flow.Publisher<Map<String, Integer>> changes() {
    SubmissionPublisher<Map<String, Integer>> changes = new SubmissionPublisher<>();
    return subscriber -> {
      changes.subscribe(subscriber);
      changes.submit(Map.of("a", 1));
      changes.close();
    };
  }

  @ApiOperation
  public Flow.Publisher<Figure> figures(Term term) {
    SubmissionPublisher<Figure> figures = new SubmissionPublisher<>();
    return subscriber -> {
      figures.subscribe(subscriber);
      figures.submit(new Figure.Disc(term.toString(), 1));
      figures.close();
    };
  }

  @ApiOperation(kind = OperationKind.QUERY)
  public Term echoTerm(Term term) {
    return term;
  }

  @ApiBatch
  public List<String> label(List<Node> nodes) {
    return nodes.stream().map(node -> "<" + node.getName() + ">").toList();
  }

  @ApiBatch(name = "tags")
  public CompletionStage<List<Map<String, Integer>>> tagsOf(
      CallContext context, List<Node> parents) {
    return CompletableFuture.supplyAsync(
        () -> parents.stream().map(node -> Map.of(node.getName(), 1)).toList());
  }

  private static int count(Node node) {
    Node next = node.getNext();
    return next == null ? 1 : 1 + count(next);
  }
}
