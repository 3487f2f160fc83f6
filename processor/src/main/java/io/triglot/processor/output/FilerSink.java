package io.triglot.processor.output;

import io.triglot.processor.frontend.Place;
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
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/** Writes files through the compiler. A file that two rounds make alike is written once. */
public final class FilerSink implements OutputSink {
  private final Filer filer;
  private final Map<JavaName, String> written = new HashMap<>();

  public FilerSink(Filer filer) {
    this.filer = filer;
  }

  @Override
  public void java(JavaName name, String text, Collection<Origin> origins) {
    String earlier = written.putIfAbsent(name, text);
    if (earlier != null) {
      if (!earlier.equals(text)) {
        throw new IllegalStateException(name + " is generated twice, with different content");
      }
      return;
    }
    Element[] elements =
        origins.stream()
            .map(Origin::handle)
            .filter(Place.class::isInstance)
            .map(place -> ((Place) place).element())
            .distinct()
            .toArray(Element[]::new);
    try (Writer writer = filer.createSourceFile(name.canonical(), elements).openWriter()) {
      writer.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
}
