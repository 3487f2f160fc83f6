package io.triglot.processor;

import io.triglot.processor.contract.LockRules;
import io.triglot.processor.contract.ModuleIndex;
import io.triglot.processor.contract.NameIndex;
import io.triglot.processor.frontend.FrontEnd;
import io.triglot.processor.frontend.HolderReader;
import io.triglot.processor.frontend.Reading;
import io.triglot.processor.frontend.Roots;
import io.triglot.processor.frontend.Sources;
import io.triglot.processor.model.Access;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.output.DiagnosticPrinter;
import io.triglot.processor.output.FilerSink;
import io.triglot.processor.output.LockFile;
import io.triglot.processor.report.ModuleReport;
import io.triglot.processor.spi.Backend;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * One compilation, round by round. In each round it reads what is new, and what it had to put off
 * because other processors had yet to make a type; in the last one it writes the module's
 * documents.
 */
final class Compilation {
  private final List<Backend> backends;
  private final Sources sources = new Sources();

  /** What the services of this compilation say, by service and back end. */
  private final SortedMap<JavaName, SortedMap<String, String>> fragments = new TreeMap<>();

  private final Optional<Access> access;
  private final Elements elements;
  private final Types types;
  private final DiagnosticPrinter printer;
  private final FilerSink sink;
  private final LockFile lockFile;
  private final Contracts contracts;
  private final Pipeline pipeline;

  /** The names of types that earlier compilations and earlier rounds gave. */
  private NameIndex names;

  private Roots deferred = Roots.NONE;

  /**
   * A compilation that begins; tells what is wrong with its options.
   *
   * @param known the options that somebody reads
   */
  Compilation(ProcessingEnvironment environment, List<Backend> backends, Set<String> known) {
    this.backends = List.copyOf(backends);
    elements = environment.getElementUtils();
    types = environment.getTypeUtils();
    printer = new DiagnosticPrinter(environment.getMessager());
    sink = new FilerSink(environment.getFiler(), elements, sources, printer);
    ProcessorOptions options = new ProcessorOptions(environment.getOptions());
    printer.print(options.unknown(known));
    printer.print(AccessDefault.check(options));
    printer.print(IdempotencyOption.check(options));
    access = AccessDefault.of(options);
    LockOptions lock = LockOptions.of(options);
    lockFile =
        new LockFile(environment.getFiler(), lock.file(), sink.earlierResource(LockFile.PATH));
    contracts = new Contracts(lock.mode(), lockFile.read());
    printer.print(lock.problems());
    printer.print(contracts.problems());
    pipeline = new Pipeline(backends, options, contracts, printer, sink);
    names = sink.earlierResource(NameIndex.PATH).map(NameIndex::parse).orElse(NameIndex.EMPTY);
  }

  void process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    try {
      if (!round.processingOver()) {
        boolean first = sources.areNone();
        sources.add(round);
        Roots compiled = Roots.of(annotations, round);
        readAndWrite(first ? begin(compiled) : compiled.and(deferred));
      } else if (!round.errorRaised() && !printer.hasFailed()) {
        reportUnfinished();
        writeModule();
      }
    } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError failure) {
      printer.printInternal(failure);
    }
  }

  /** Adds the services that are not compiled, but lead to what is, and forgets what is gone. */
  private Roots begin(Roots compiled) {
    Roots roots = compiled.withServices(holders().affected(names));
    names = holders().inUse(names, roots);
    return roots;
  }

  private void readAndWrite(Roots roots) {
    if (!roots.isEmpty()) {
      NameIndex inUse = holders().inUse(names, roots);
      Reading reading = FrontEnd.read(roots, access, inUse, elements, types, sources);
      deferred = reading.deferred();
      names = NameIndex.of(reading.model()).and(inUse);
      sink.renew(reading.model());
      fragments.putAll(pipeline.run(reading));
    }
  }

  /**
   * Tells of what another processor was to complete and has not; of types that are missing the
   * compiler tells itself.
   */
  private void reportUnfinished() {
    sources.finish();
    if (!deferred.isEmpty()) {
      printer.print(FrontEnd.unfinished(deferred, access, elements, types, sources));
    }
  }

  /** Joins this compilation's services with those that it did not touch. */
  private void writeModule() {
    Optional<String> index = sink.earlierResource(ModuleIndex.PATH);
    SortedMap<JavaName, SortedMap<String, String>> all =
        holders().read(index.map(ModuleIndex::parse).orElse(List.of()));
    all.putAll(fragments);
    boolean none = all.isEmpty() && names.entries().isEmpty();
    if (none && index.isEmpty() || !finishContracts(all.keySet())) {
      return;
    }
    if (!names.entries().isEmpty()) {
      sink.resource(NameIndex.PATH, names.text());
    }
    if (!all.isEmpty()) {
      pipeline.writeModule(all);
      sink.resource(
          ModuleIndex.PATH,
          ModuleIndex.format(all.keySet().stream().map(JavaName::canonical).toList()));
    }
    sink.removeLeftovers();
  }

  /** Compares the module with its lock. Returns whether all is well. */
  private boolean finishContracts(Set<JavaName> services) {
    Set<String> names =
        services.stream().map(JavaName::canonical).collect(Collectors.toUnmodifiableSet());
    if (printer.print(contracts.finish(names, holders()::place))) {
      return false;
    }
    Optional<String> text = contracts.toWrite(names, holders()::place);
    if (text.isPresent() && lockFile.source().isEmpty()) {
      printer.print(List.of(LockRules.nowhere()));
      return false;
    }
    text.ifPresent(
        lock -> {
          lockFile.write(lock);
          sink.resource(LockFile.PATH, lock);
        });
    return true;
  }

  private HolderReader holders() {
    return new HolderReader(
        elements,
        types,
        sources,
        Stream.concat(backends.stream().map(Backend::id), Stream.of(ModuleReport.ID)).toList());
  }
}
