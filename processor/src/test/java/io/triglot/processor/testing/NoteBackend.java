package io.triglot.processor.testing;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.spi.Backend;
import io.triglot.processor.spi.Options;
import io.triglot.processor.spi.OutputSink;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The smallest back end there can be: it notes each service's operations and lists all of them in
 * {@code META-INF/triglot/notes.txt}, and for each type it writes a class {@code <Type>Note}.
 */
public final class NoteBackend implements Backend {
  /** Where the module's notes are. */
  public static final String PATH = "META-INF/triglot/notes.txt";

  @Override
  public String id() {
    return "note";
  }

  @Override
  public Lowered lower(ApiModel model, Options options) {
    SortedMap<JavaName, String> notes = new TreeMap<>();
    model.services().forEach(service -> notes.put(service.javaName(), note(service)));
    return new Notes(model, notes);
  }

  @Override
  public void writeModule(SortedMap<JavaName, String> fragments, Options options, OutputSink sink) {
    sink.resource(PATH, String.join("", fragments.values()));
  }

  private static String note(Service service) {
    return service.operations().stream()
        .map(Operation::name)
        .collect(Collectors.joining(", ", service.name() + ": ", "\n"));
  }

  private record Notes(ApiModel model, SortedMap<JavaName, String> fragments) implements Lowered {
    @Override
    public List<Diagnostic> diagnostics() {
      return List.of();
    }

    @Override
    public void write(OutputSink sink) {
      for (TypeDefinition type : model.types().values()) {
        JavaName name = type.javaName().generated("Note");
        String text =
            (name.packageName().isEmpty() ? "" : "package " + name.packageName() + ";\n\n")
                + "// %s\nfinal class %s {}\n".formatted(fields(type), name.simpleName());
        sink.java(name, text, List.of(type.origin()));
      }
    }

    private static String fields(TypeDefinition type) {
      return type instanceof ObjectType object
          ? object.fields().stream()
              .map(field -> field.name() + (field.type().nullable() ? ": nullable" : ": required"))
              .collect(Collectors.joining(", "))
          : "";
    }
  }
}
