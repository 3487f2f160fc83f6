package io.triglot.processor.ide;

import io.triglot.processor.TriglotProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * The processor, watched as an IDE watches it: what each generated class was made from is written
 * down. A generated class that is there already is replaced, as Eclipse does and its batch compiler
 * does not.
 */
final class TrackedProcessor {
  private final Path generated;

  /** The top-level classes that each generated class was made from. */
  final Map<String, Set<String>> origins = new TreeMap<>();

  /** The generated classes that the latest compilation has written. */
  final Set<String> written = new TreeSet<>();

  TrackedProcessor(Path generated) {
    this.generated = generated;
  }

  /** The processor of one compilation. */
  Processor processor() {
    Processor triglot = new TriglotProcessor();
    return proxy(
        Processor.class,
        (method, arguments) -> {
          if (!method.getName().equals("init")) {
            return method.invoke(triglot, arguments);
          }
          triglot.init(tracked((ProcessingEnvironment) arguments[0]));
          return null;
        });
  }

  private ProcessingEnvironment tracked(ProcessingEnvironment environment) {
    Filer filer = environment.getFiler();
    Filer tracked =
        proxy(
            Filer.class,
            (method, arguments) -> {
              if (!method.getName().equals("createSourceFile")) {
                return method.invoke(filer, arguments);
              }
              return create(filer, arguments[0].toString(), (Element[]) arguments[1]);
            });
    return proxy(
        ProcessingEnvironment.class,
        (method, arguments) ->
            method.getName().equals("getFiler") ? tracked : method.invoke(environment, arguments));
  }

  private JavaFileObject create(Filer filer, String name, Element[] elements) throws IOException {
    origins.put(
        name,
        Arrays.stream(elements)
            .map(TrackedProcessor::outermost)
            .collect(Collectors.toCollection(TreeSet::new)));
    written.add(name);
    try {
      return filer.createSourceFile(name, elements);
    } catch (FilerException exists) {
      Path file = generated.resolve(name.replace('.', '/') + ".java");
      if (!Files.exists(file)) {
        throw exists;
      }
      return new SimpleJavaFileObject(file.toUri(), JavaFileObject.Kind.SOURCE) {
        @Override
        public Writer openWriter() throws IOException {
          return Files.newBufferedWriter(file);
        }
      };
    }
  }

  private static String outermost(Element element) {
    Element outermost = element;
    while (outermost.getEnclosingElement() != null
        && outermost.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
      outermost = outermost.getEnclosingElement();
    }
    return ((TypeElement) outermost).getQualifiedName().toString();
  }

  /** What a proxy does. */
  private interface Behaviour {
    @Nullable Object invoke(Method method, Object[] arguments)
        throws ReflectiveOperationException, IOException;
  }

  private static <T> T proxy(Class<T> type, Behaviour behaviour) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return behaviour.invoke(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } catch (UncheckedIOException e) {
                throw e.getCause();
              }
            }));
  }
}
