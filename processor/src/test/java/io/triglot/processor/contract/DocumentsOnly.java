package io.triglot.processor.contract;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.spi.Backend;
import io.triglot.processor.spi.Options;
import io.triglot.processor.spi.OutputSink;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;

/** A back end that writes its documents and no Java, which takes most of the time. */
record DocumentsOnly(Backend backend) implements Backend {
  /** All back ends. */
  static List<Backend> all() {
    return ServiceLoader.load(Backend.class).stream()
        .map(ServiceLoader.Provider::get)
        .<Backend>map(DocumentsOnly::new)
        .toList();
  }

  @Override
  public String id() {
    return backend.id();
  }

  @Override
  public Set<String> options() {
    return backend.options();
  }

  @Override
  public ApiModel locked(ApiModel model, Lock lock) {
    return backend.locked(model, lock);
  }

  @Override
  public Lowered lower(ApiModel model, Options options) {
    return lower(model, options, Lock.EMPTY);
  }

  @Override
  public Lowered lower(ApiModel model, Options options, Lock lock) {
    return new Documents(backend.lower(model, options, lock));
  }

  @Override
  public void writeModule(SortedMap<JavaName, String> fragments, Options options, OutputSink sink) {
    backend.writeModule(fragments, options, sink);
  }

  private record Documents(Lowered lowered) implements Lowered {
    @Override
    public List<Diagnostic> diagnostics() {
      return lowered.diagnostics();
    }

    @Override
    public SortedMap<JavaName, String> fragments() {
      return lowered.fragments();
    }

    @Override
    public List<Fact> facts() {
      return lowered.facts();
    }

    @Override
    public void write(OutputSink sink) {}
  }
}
