package io.triglot.processor.testing;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.spi.Backend;
import io.triglot.processor.spi.Options;
import io.triglot.processor.spi.OutputSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads Java sources into models, as the back ends are given them. */
public final class Models {
  private Models() {}

  /** The model of sources that the front end accepts, read by the running JDK's compiler. */
  public static ApiModel read(Path directory, String... sources) {
    return read(TestCompiler.javac(directory), sources);
  }

  /** The model of sources that the front end accepts; that of the last round with any. */
  public static ApiModel read(TestCompiler compiler, String... sources) {
    List<ApiModel> models = new ArrayList<>();
    compiler.with(capturing(models)).compile(sources).requireSuccess();
    return models.get(models.size() - 1);
  }

  private static Backend capturing(List<ApiModel> models) {
    return new Backend() {
      @Override
      public String id() {
        return "capturing";
      }

      @Override
      public Lowered lower(ApiModel model, Options options) {
        models.add(model);
        return new NothingLowered();
      }

      @Override
      public void writeModule(
          SortedMap<JavaName, String> fragments, Options options, OutputSink sink) {}
    };
  }

  private record NothingLowered() implements Backend.Lowered {
    @Override
    public List<Diagnostic> diagnostics() {
      return List.of();
    }

    @Override
    public SortedMap<JavaName, String> fragments() {
      return new TreeMap<>();
    }

    @Override
    public void write(OutputSink sink) {}
  }
}
