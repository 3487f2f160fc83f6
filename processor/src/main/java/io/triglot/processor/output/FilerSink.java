package io.triglot.processor.output;

import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.frontend.Place;
import io.triglot.processor.frontend.Sources;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Origin;
import io.triglot.processor.spi.OutputSink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/**
 * Writes files through the compiler. A file that two rounds make alike is written once. What was
 * made from class files only is left as it is where it exists already: an earlier compilation made
 * it from the sources, which say more.
 */
public final class FilerSink implements OutputSink {
  static final Rule NAME_TAKEN = Rule.error("TriglotNameTaken");
  private final Filer filer;
  private final Elements elements;
  private final Sources sources;
  private final DiagnosticPrinter printer;
  private final Map<JavaName, String> written = new HashMap<>();

  /** A sink of one compilation. */
  public FilerSink(Filer filer, Elements elements, Sources sources, DiagnosticPrinter printer) {
    this.filer = filer;
    this.elements = elements;
    this.sources = sources;
    this.printer = printer;
  }

  @Override
  public void java(JavaName name, String text, Collection<Origin> origins) {
    String earlier = written.putIfAbsent(name, text);
    if (earlier != null && !earlier.equals(text)) {
      throw new IllegalStateException(name + " is generated twice, with different content");
    }
    List<Element> elements =
        origins.stream()
            .map(Origin::handle)
            .filter(Place.class::isInstance)
            .map(place -> ((Place) place).element())
            .distinct()
            .toList();
    if (earlier == null && !isMadeAlready(name, elements)) {
      write(name, text, origins, elements.toArray(Element[]::new));
    }
  }

  private boolean isMadeAlready(JavaName name, List<Element> from) {
    return !from.isEmpty()
        && from.stream().noneMatch(sources::contain)
        && elements.getTypeElement(name.canonical()) != null;
  }

  private void write(JavaName name, String text, Collection<Origin> origins, Element[] from) {
    try (Writer writer = filer.createSourceFile(name.canonical(), from).openWriter()) {
      writer.write(text);
    } catch (FilerException taken) {
      origins.stream()
          .findFirst()
          .ifPresent(
              origin ->
                  printer.print(
                      List.of(
                          NAME_TAKEN.at(
                              origin,
                              name
                                  + " cannot be generated for "
                                  + origin
                                  + ", because there is a class of this name.",
                              "Rename that class, or delete it if it is a leftover."))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean sees(Origin origin, JavaName name) {
    if (!(origin.handle() instanceof Place place)) {
      return elements.getTypeElement(name.canonical()) != null;
    }
    ModuleElement module = elements.getModuleOf(place.element());
    return module == null
        ? elements.getTypeElement(name.canonical()) != null
        : elements.getTypeElement(module, name.canonical()) != null;
  }

  @Override
  public void resource(String path, String text) {
    resource(path, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void resource(String path, byte[] content) {
    try (OutputStream out =
        filer.createResource(StandardLocation.CLASS_OUTPUT, "", path).openOutputStream()) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text resource that an earlier compilation left in the class output. */
  public Optional<String> earlierResource(String path) {
    try {
      return Optional.of(
          filer
              .getResource(StandardLocation.CLASS_OUTPUT, "", path)
              .getCharContent(true)
              .toString());
    } catch (IOException | RuntimeException absent) {
      // Compilers differ in how they tell that there is none; some throw unchecked exceptions.
      return Optional.empty();
    }
  }
}
