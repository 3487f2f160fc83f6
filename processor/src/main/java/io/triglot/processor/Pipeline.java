package io.triglot.processor;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.frontend.Reading;
import io.triglot.processor.javagen.AdapterEmitter;
import io.triglot.processor.javagen.ContractEmitter;
import io.triglot.processor.javagen.ConverterEmitter;
import io.triglot.processor.javagen.DefinitionEmitter;
import io.triglot.processor.javagen.DescriberEmitter;
import io.triglot.processor.javagen.InputNamings;
import io.triglot.processor.javagen.ResourceApiEmitter;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.ErrorType;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.ServiceOutline;
import io.triglot.processor.output.DiagnosticPrinter;
import io.triglot.processor.report.ModuleReport;
import io.triglot.processor.spi.Backend;
import io.triglot.processor.spi.Backend.Lowered;
import io.triglot.processor.spi.Options;
import io.triglot.processor.spi.OutputSink;
import io.triglot.processor.validation.ModelRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole way of a round, from what was read to what is written. */
final class Pipeline {
  private static final SortedMap<String, String> NO_FRAGMENTS =
      Collections.unmodifiableSortedMap(new TreeMap<>());

  private final List<Backend> backends;
  private final Options options;
  private final Contracts contracts;
  private final DiagnosticPrinter printer;
  private final OutputSink sink;

  Pipeline(
      List<Backend> backends,
      Options options,
      Contracts contracts,
      DiagnosticPrinter printer,
      OutputSink sink) {
    this.backends = backends;
    this.options = options;
    this.contracts = contracts;
    this.printer = printer;
    this.sink = sink;
  }

  /**
   * Checks, lowers and, if all is well, writes what was read in a round. Back ends trust the model,
   * and so see only the part of it that no error touches. What is not well has stubs written in its
   * place: the compilation has failed, but not for want of what we would have generated.
   *
   * @return each service's part of each back end's documents; nothing after an error
   */
  SortedMap<JavaName, SortedMap<String, String>> run(Reading reading) {
    List<Diagnostic> diagnostics = new ArrayList<>(reading.diagnostics());
    diagnostics.addAll(ModelRules.check(reading.model()));
    ApiModel model = sound(reading, diagnostics);
    Map<String, Lowered> lowered = lower(model);
    diagnostics.addAll(lowered.values().stream().flatMap(Pipeline::diagnostics).toList());
    diagnostics.addAll(contracts.check(model, lowered.values()));
    if (printer.print(diagnostics)) {
      ApiModel sound = sound(reading, diagnostics);
      write(sound, lower(sound));
      writeStubs(reading.outlines(), sound);
      return new TreeMap<>();
    }
    return write(model, lowered);
  }

  private ApiModel sound(Reading reading, List<Diagnostic> diagnostics) {
    ApiModel sound = contracts.numbered(reading.sound(diagnostics), backends);
    return IdempotencyOption.applied(sound, options);
  }

  private Map<String, Lowered> lower(ApiModel model) {
    Map<String, Lowered> lowered = new LinkedHashMap<>();
    backends.forEach(
        backend -> lowered.put(backend.id(), contracts.lower(backend, model, options)));
    return lowered;
  }

  private SortedMap<JavaName, SortedMap<String, String>> write(
      ApiModel model, Map<String, Lowered> lowered) {
    SortedMap<JavaName, SortedMap<String, String>> fragments = fragments(model, lowered);
    lowered.values().forEach(each -> each.write(sink));
    for (Service service : model.services()) {
      AdapterEmitter.write(model, service, sink);
      ResourceApiEmitter.write(model, service, sink);
      ContractEmitter.write(
          model,
          service,
          fragments.getOrDefault(service.javaName(), NO_FRAGMENTS),
          InputNamings.of(lowered),
          sink);
      DefinitionEmitter.write(service, sink);
    }
    model.types().values().forEach(type -> DefinitionEmitter.write(type, sink));
    for (ErrorType error : model.errors().values()) {
      DescriberEmitter.write(error, sink);
      DefinitionEmitter.write(error, sink);
    }
    ConverterEmitter.write(model, sink);
    return fragments;
  }

  private void writeStubs(List<ServiceOutline> outlines, ApiModel sound) {
    Set<JavaName> made =
        sound.services().stream().map(Service::javaName).collect(Collectors.toSet());
    outlines.stream()
        .filter(outline -> !made.contains(outline.javaName()))
        .forEach(
            outline -> {
              ContractEmitter.writeStub(outline, sink);
              backends.forEach(backend -> backend.writeStubs(outline, sink));
            });
  }

  private static Stream<Diagnostic> diagnostics(Lowered lowered) {
    return lowered.diagnostics().stream();
  }

  /** Writes the documents of the whole module. */
  void writeModule(SortedMap<JavaName, SortedMap<String, String>> fragments) {
    for (Backend backend : backends) {
      backend.writeModule(of(backend.id(), fragments), options, sink);
    }
    ModuleReport.write(of(ModuleReport.ID, fragments), sink);
  }

  private static SortedMap<JavaName, String> of(
      String id, SortedMap<JavaName, SortedMap<String, String>> fragments) {
    SortedMap<JavaName, String> own = new TreeMap<>();
    fragments.forEach(
        (service, texts) -> {
          if (texts.containsKey(id)) {
            own.put(service, texts.get(id));
          }
        });
    return own;
  }

  /** Each service's fragments by back end, and its part of the report. */
  private static SortedMap<JavaName, SortedMap<String, String>> fragments(
      ApiModel model, Map<String, Lowered> lowered) {
    SortedMap<JavaName, SortedMap<String, String>> fragments = new TreeMap<>();
    lowered.forEach((backend, each) -> add(backend, each.fragments(), fragments));
    add(ModuleReport.ID, ModuleReport.fragments(model, lowered), fragments);
    return fragments;
  }

  private static void add(
      String id,
      SortedMap<JavaName, String> texts,
      SortedMap<JavaName, SortedMap<String, String>> fragments) {
    texts.forEach(
        (service, text) ->
            fragments.computeIfAbsent(service, any -> new TreeMap<>()).put(id, text));
  }
}
