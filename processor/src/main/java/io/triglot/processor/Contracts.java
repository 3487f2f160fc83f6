package io.triglot.processor;

import io.triglot.processor.LockOptions.Mode;
import io.triglot.processor.contract.Change;
import io.triglot.processor.contract.Comparison;
import io.triglot.processor.contract.Fact;
import io.triglot.processor.contract.Judge;
import io.triglot.processor.contract.Lock;
import io.triglot.processor.contract.LockRules;
import io.triglot.processor.contract.LockSyntaxException;
import io.triglot.processor.contract.LockText;
import io.triglot.processor.contract.LockUpdate;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.Service;
import io.triglot.processor.spi.Backend;
import io.triglot.processor.spi.Backend.Lowered;
import io.triglot.processor.spi.Options;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The contracts of a module beside its lock, in the course of one compilation. */
final class Contracts {
  private final Mode mode;
  private final boolean locked;
  private final Lock lock;
  private final List<Diagnostic> problems = new ArrayList<>();

  /** What the rounds so far have said. */
  private final List<Fact> facts = new ArrayList<>();

  /** The services of the rounds so far. */
  private final Map<String, Origin> services = new HashMap<>();

  /**
   * @param text the lock as it is; empty where there is none
   */
  Contracts(Mode mode, Optional<String> text) {
    this.mode = mode;
    this.locked = text.isPresent() && mode != Mode.NONE;
    this.lock = locked ? parse(text.orElseThrow()).renamed() : Lock.EMPTY;
  }

  private Lock parse(String text) {
    try {
      return LockText.parse(text);
    } catch (LockSyntaxException e) {
      problems.add(
          LockRules.unusable(
              "Line "
                  + e.line()
                  + " of contract.lock is \""
                  + e.text().strip()
                  + "\", which is no line of a lock.",
              "Correct it; after a merge, take over the lines of both sides."));
      return Lock.EMPTY;
    }
  }

  /** What is wrong with the lock itself. */
  List<Diagnostic> problems() {
    return problems;
  }

  /** The model with the numbers of the lock. */
  ApiModel numbered(ApiModel model, Collection<Backend> backends) {
    ApiModel numbered = model;
    for (Backend backend : backends) {
      numbered = backend.locked(numbered, lock);
    }
    return numbered;
  }

  /** A round's model on one protocol. */
  Lowered lower(Backend backend, ApiModel model, Options options) {
    return backend.lower(model, options, lock);
  }

  /** What a round changes. */
  List<Diagnostic> check(ApiModel model, Collection<Lowered> lowered) {
    List<Fact> round = lowered.stream().flatMap(each -> each.facts().stream()).toList();
    facts.addAll(round);
    Map<String, Origin> own = new HashMap<>();
    for (Service service : model.services()) {
      own.put(service.javaName().canonical(), service.origin());
    }
    services.putAll(own);
    if (!locked) {
      boolean warn = mode == Mode.READ || mode == Mode.STRICT;
      return warn && round.stream().anyMatch(fact -> fact.block().protocol() == Protocol.GRPC)
          ? List.of(LockRules.noLock(mode == Mode.STRICT))
          : List.of();
    }
    List<Change> changes = new ArrayList<>(Comparison.changes(lock, round));
    changes.addAll(Comparison.removed(lock, round, owner -> Optional.ofNullable(own.get(owner))));
    return report(changes);
  }

  /**
   * What of the module is gone.
   *
   * @param all the canonical names of all services of the module
   * @param places where the Java types are that still exist
   */
  List<Diagnostic> finish(Set<String> all, Function<String, Optional<Origin>> places) {
    return locked
        ? report(Comparison.removed(lock, facts, owner -> gone(owner, all, places)))
        : List.of();
  }

  private Optional<Origin> gone(
      String owner, Set<String> all, Function<String, Optional<Origin>> places) {
    Optional<Origin> place = places.apply(owner);
    if (services.containsKey(owner) || place.isPresent() && !isWhole(all)) {
      return Optional.empty();
    }
    return place.or(() -> Optional.of(new Origin(owner, owner)));
  }

  /** Whether this compilation has seen all services, and so all that they lead to. */
  private boolean isWhole(Set<String> all) {
    return services.keySet().containsAll(all);
  }

  /** The lock as it is to be now; empty where it is not to be written. */
  Optional<String> toWrite(Set<String> all, Function<String, Optional<Origin>> places) {
    if (mode != Mode.WRITE) {
      return Optional.empty();
    }
    boolean whole = isWhole(all);
    return Optional.of(
        LockText.print(
            LockUpdate.of(
                lock,
                facts,
                owner ->
                    !whole && !services.containsKey(owner) && places.apply(owner).isPresent())));
  }

  private List<Diagnostic> report(List<Change> changes) {
    Judge judge = new Judge(lock, facts);
    List<Diagnostic> diagnostics = new ArrayList<>(LockRules.broken(judge.breaks(changes)));
    if (mode != Mode.WRITE) {
      diagnostics.addAll(LockRules.outdated(judge.unknown(changes), facts, mode == Mode.STRICT));
    }
    return diagnostics;
  }
}
