package io.triglot.processor;

import com.google.auto.service.AutoService;
import io.triglot.processor.frontend.FrontEnd;
import io.triglot.processor.frontend.Reading;
import io.triglot.processor.frontend.Roots;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.output.DiagnosticPrinter;
import io.triglot.processor.output.FilerSink;
import io.triglot.processor.spi.Backend;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The annotation processor. In each round it reads what is new, and what it had to put off because
 * other processors had yet to make a type; in the last one it writes the module's documents.
 */
@AutoService(Processor.class)
public final class TriglotProcessor extends AbstractProcessor {
  private final Set<String> compiled = new HashSet<>();
  private final SortedMap<JavaName, SortedMap<String, String>> fragments = new TreeMap<>();
  private Roots deferred = Roots.NONE;
  private DiagnosticPrinter printer;
  private Pipeline pipeline;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Roots.ANNOTATIONS;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    printer = new DiagnosticPrinter(environment.getMessager());
    List<Backend> backends =
        ServiceLoader.load(Backend.class, getClass().getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(Backend::id))
            .toList();
    pipeline =
        new Pipeline(
            backends,
            new ProcessorOptions(environment.getOptions()),
            printer,
            new FilerSink(environment.getFiler()));
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    try {
      if (!round.processingOver()) {
        readAndWrite(Roots.of(annotations, round).and(deferred), round);
      } else if (!round.errorRaised() && !printer.hasFailed()) {
        pipeline.writeModule(fragments);
      }
    } catch (RuntimeException failure) {
      printer.printInternal(failure);
    }
    return false;
  }

  private void readAndWrite(Roots roots, RoundEnvironment round) {
    for (Element root : round.getRootElements()) {
      if (root instanceof TypeElement type) {
        compiled.add(type.getQualifiedName().toString());
      }
    }
    if (roots.isEmpty()) {
      return;
    }
    Reading reading =
        FrontEnd.read(
            roots, processingEnv.getElementUtils(), processingEnv.getTypeUtils(), compiled);
    deferred = reading.deferred();
    fragments.putAll(pipeline.run(reading));
  }
}
