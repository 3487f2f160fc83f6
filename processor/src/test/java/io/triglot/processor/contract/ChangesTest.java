package io.triglot.processor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of each single change of a module, our verdict on each protocol is that of the protocol's own
 * tool on the emitted contracts: buf, graphql-inspector and openapi-diff.
 */
@Tag("node")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesTest {
  private static final Origin ANYWHERE = new Origin("anywhere", "anywhere");

  private final Map<String, Map<Protocol, Judgement.Effect>> ours = new TreeMap<>();
  private final Map<String, Map<Protocol, Judgement.Effect>> theirs = new HashMap<>();
  private final Map<String, List<String>> findings = new HashMap<>();
  private List<SingleChange> changes = List.of();

  @BeforeAll
  void askEveryone(@TempDir Path directory) throws Exception {
    Assumptions.assumeTrue(
        ContractTools.areInstalled(),
        "buf or graphql-inspector is not installed: run npm ci --prefix testing/node");
    SortedMap<String, String> before = sources();
    changes = SingleChanges.all(before);
    ContractTools tools = new ContractTools(directory);
    try (InMemoryCompiler compiler = new InMemoryCompiler()) {
      Path lockFile = directory.resolve("contract.lock");
      SortedMap<String, String> documents = compiler.process(options(lockFile), before);
      Lock locked = LockText.parse(Files.readString(lockFile));
      for (SingleChange change : changes) {
        Files.writeString(lockFile, LockText.print(accepting(locked)));
        SortedMap<String, String> changed =
            compiler.process(options(lockFile), change.applied(before));
        ours.put(change.name(), judge(locked, LockText.parse(Files.readString(lockFile))));
        tools.add(change.name(), documents, changed);
      }
    }
    tools.verdicts().forEach(theirs::put);
    findings.putAll(tools.findings());
  }

  @Test
  void thereAreEnough() {
    assertThat(changes).hasSizeGreaterThanOrEqualTo(150);
    assertThat(changes.stream().map(SingleChange::name)).doesNotHaveDuplicates();
  }

  @TestFactory
  Stream<DynamicTest> verdictsAreThoseOfTheTools() {
    return changes.stream()
        .map(change -> DynamicTest.dynamicTest(change.name(), () -> compare(change)));
  }

  private void compare(SingleChange change) {
    for (Protocol protocol : Protocol.values()) {
      Judgement.Effect our = ours.get(change.name()).get(protocol);
      Judgement.Effect their = theirs.get(change.name()).get(protocol);
      String told = change.name() + " on " + protocol + ": " + findings.get(change.name());
      if (change.deviations().containsKey(protocol)) {
        assertThat(our).as("no deviation any more: " + told).isNotEqualTo(their);
      } else {
        assertThat(our).as(told).isEqualTo(their);
      }
    }
  }

  /** The effect of the changes between two locks, by protocol. */
  private static Map<Protocol, Judgement.Effect> judge(Lock before, Lock after) {
    List<Fact> facts = facts(after.blocks().values());
    List<Change> all = new ArrayList<>(Comparison.changes(before, facts));
    all.addAll(Comparison.removed(before, facts, owner -> Optional.of(ANYWHERE)));
    Judge judge = new Judge(before, facts);
    Map<Protocol, Judgement.Effect> effects = new EnumMap<>(Protocol.class);
    for (Protocol protocol : Protocol.values()) {
      effects.put(protocol, Judgement.Effect.SAFE);
    }
    for (Change change : all) {
      effects.merge(
          change.block().protocol(),
          judge.judge(change).effect(),
          (some, other) -> some.compareTo(other) > 0 ? some : other);
    }
    return effects;
  }

  private static List<Fact> facts(Collection<Block> blocks) {
    List<Fact> facts = new ArrayList<>();
    for (Block block : blocks) {
      facts.add(new Fact(block.owner(), block.name(), "", "", ANYWHERE));
      block.members().entrySet().stream()
          .filter(member -> !Block.isReserved(member.getKey()))
          .map(
              each ->
                  new Fact(block.owner(), block.name(), each.getKey(), each.getValue(), ANYWHERE))
          .forEach(facts::add);
    }
    return facts;
  }

  /** A lock that takes every change, so that documents are written. */
  private static Lock accepting(Lock lock) {
    return new Lock(
        lock.blocks(),
        lock.blocks().values().stream()
            .map(Block::owner)
            .distinct()
            .<Permission>map(owner -> new Permission.Accepted(owner, "to see what happens"))
            .toList());
  }

  private static List<String> options(Path lockFile) {
    return List.of("-Atriglot.lock=write", "-Atriglot.lock.file=" + lockFile);
  }

  private static SortedMap<String, String> sources() throws IOException {
    try (InputStream in = ChangesTest.class.getResourceAsStream("/changes/before.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("(?m)^=== "))
          .filter(part -> !part.isBlank())
          .map(part -> part.split("\n", 2))
          .collect(Collectors.toMap(part -> part[0], part -> part[1], (a, b) -> a, TreeMap::new));
    }
  }
}
