package io.triglot.processor;

import com.google.auto.service.AutoService;
import io.triglot.processor.spi.Backend;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * The annotation processor. One instance may see several compilations, one after the other: Eclipse
 * builds in steps, and hands each of them to the same one.
 */
@AutoService(Processor.class)
public final class TriglotProcessor extends AbstractProcessor {
  private final List<Backend> backends;

  /** The one that is under way, if any is. */
  private Optional<Compilation> compilation = Optional.empty();

  /** A processor with all the back ends on its path. */
  public TriglotProcessor() {
    this(
        ServiceLoader.load(Backend.class, TriglotProcessor.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /** A processor with these back ends and no others. */
  public TriglotProcessor(List<Backend> backends) {
    this.backends = backends.stream().sorted(Comparator.comparing(Backend::id)).toList();
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    // A type that nobody has annotated may be part of the API, and a service may be gone.
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Stream.concat(
            Stream.concat(
                Stream.of(AccessDefault.OPTION, IdempotencyOption.OPTION),
                LockOptions.NAMES.stream()),
            backends.stream().flatMap(backend -> backend.options().stream()))
        .map(option -> ProcessorOptions.PREFIX + option)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Compilation current =
        compilation.orElseGet(
            () -> new Compilation(processingEnv, backends, getSupportedOptions()));
    current.process(annotations, round);
    compilation = round.processingOver() ? Optional.empty() : Optional.of(current);
    return false;
  }
}
