package io.triglot.processor.output;

import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.frontend.Place;
import io.triglot.processor.frontend.Sources;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeReach;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.spi.OutputSink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/**
 * Writes files through the compiler. A file that two rounds make alike is written once. What was
 * made from class files only, and leads to nothing that is compiled now, is left as it is where it
 * exists already.
 */
public final class FilerSink implements OutputSink {
  static final Rule NAME_TAKEN = Rule.error("TriglotNameTaken");
  private static final String FILES = "META-INF/triglot/files.txt";
  private static final String FILES_HEADER =
      "# The documents of this module. Written by Triglot for its next compilation; do not edit.\n";
  private final Filer filer;
  private final Elements elements;
  private final Sources sources;
  private final DiagnosticPrinter printer;
  private final Map<JavaName, String> written = new HashMap<>();

  private final Set<String> resources = new HashSet<>();

  /** The canonical names of what was read from class files, but leads to what is compiled now. */
  private final Set<String> affected = new HashSet<>();

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

  /** Has what leads to something compiled now made anew, whether it is compiled itself or not. */
  public void renew(ApiModel model) {
    model.services().forEach(service -> affected.add(service.javaName().canonical()));
    Set<JavaName> compiled =
        model.types().values().stream()
            .filter(type -> isCompiled(type.origin()))
            .map(TypeDefinition::javaName)
            .collect(Collectors.toSet());
    for (JavaName type : model.types().keySet()) {
      if (!Collections.disjoint(
          TypeReach.from(model, Stream.of(new NamedRef(type, false))), compiled)) {
        affected.add(type.canonical());
      }
    }
  }

  private boolean isCompiled(Origin origin) {
    return origin.handle() instanceof Place place && sources.contain(place.element());
  }

  private boolean isAffected(Element element) {
    return element instanceof TypeElement type
        && affected.contains(type.getQualifiedName().toString());
  }

  private boolean isMadeAlready(JavaName name, List<Element> from) {
    return !from.isEmpty()
        && from.stream().noneMatch(element -> sources.contain(element) || isAffected(element))
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
    resources.add(path);
    try (OutputStream out =
        filer.createResource(StandardLocation.CLASS_OUTPUT, "", path).openOutputStream()) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Removes the resources that an earlier compilation has written and this one has not: those of a
   * service that is gone.
   */
  public void removeLeftovers() {
    SortedSet<String> written = new TreeSet<>(resources);
    written.remove(LockFile.PATH);
    Optional<String> earlier = earlierResource(FILES);
    earlier.stream()
        .flatMap(String::lines)
        .filter(line -> !line.startsWith("#") && !written.contains(line))
        .forEach(this::delete);
    if (!written.isEmpty()) {
      resource(FILES, FILES_HEADER + String.join("\n", written) + "\n");
    } else if (earlier.isPresent()) {
      delete(FILES);
    }
  }

  private void delete(String path) {
    try {
      // What javac hands out does not let itself be deleted.
      Files.deleteIfExists(
          Path.of(filer.getResource(StandardLocation.CLASS_OUTPUT, "", path).toUri()));
    } catch (IOException | RuntimeException absent) {
      // It is gone already, or the class output is not made of files.
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
