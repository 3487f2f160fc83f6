package io.triglot.processor.contract;

import io.triglot.processor.model.Protocol;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Judges changes, each by the rules of its protocol. */
public final class Judge {
  private final Lock lock;
  private final RestVerdicts rest;

  /**
   * A judge.
   *
   * @param lock what clients rely on
   * @param facts the contracts as they are
   */
  public Judge(Lock lock, Collection<Fact> facts) {
    this.lock = lock;
    SortedMap<BlockName, Block> all = new TreeMap<>(lock.blocks());
    all.putAll(Lock.blocks(facts));
    this.rest = new RestVerdicts(RestUse.of(lock.blocks().values()), RestUse.of(all.values()));
  }

  /** What a change does, whether or not somebody has accepted it. */
  public Judgement judge(Change change) {
    boolean header = change.block().protocol() != Protocol.REST && HeaderFacts.concern(change);
    if (header) {
      return HeaderFacts.judge(change);
    }
    return switch (change.block().protocol()) {
      case REST -> rest.judge(change);
      case GRAPHQL -> GraphQlVerdicts.judge(change, lock);
      case GRPC -> ProtobufVerdicts.judge(change, lock);
    };
  }

  /** The changes that the lock has to be told of, of what it has to know, but for the breaks. */
  public List<Change> unknown(Collection<Change> changes) {
    return changes.stream()
        .filter(change -> !lock.isUnpublished(change.owner()))
        .filter(change -> lock.accepts(change) || !judge(change).isBreaking())
        .toList();
  }

  /** The changes that break somebody and that nobody has accepted. */
  public List<Judgement> breaks(Collection<Change> changes) {
    return changes.stream()
        .filter(change -> !lock.isUnpublished(change.owner()))
        .filter(change -> !lock.accepts(change))
        .map(this::judge)
        .filter(Judgement::isBreaking)
        .toList();
  }
}
