package io.triglot.runtime.http.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.triglot.runtime.CallException;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.http.FormParts;
import io.triglot.runtime.http.FormParts.FormPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.ext.Providers;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Forms in parts where a JAX-RS implementation has no reader of them. */
class EntityPartsTest {
  private static final String FORM =
      "--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--edge--\r\n";

  @Test
  void areReadByTheLibrary() throws IOException {
    try (FormParts parts = readHere(FORM)) {
      assertThat(parts.parts()).extracting(FormPart::name).containsExactly("a");
    }
    assertThatThrownBy(() -> readHere("{}"))
        .isInstanceOfSatisfying(
            CallException.class,
            refused -> assertThat(refused.failure().code()).isEqualTo(StatusCode.INVALID_ARGUMENT));
  }

  @Test
  void areNotImplementedWithoutTheLibrary() throws Exception {
    List<URL> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path file = Path.of(entry);
      if (!file.getFileName().toString().startsWith("commons-")) {
        path.add(file.toUri().toURL());
      }
    }
    try (URLClassLoader without =
        new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Method elsewhere =
          without.loadClass(getClass().getName()).getDeclaredMethod("readHere", String.class);
      elsewhere.setAccessible(true);

      assertThatThrownBy(() -> elsewhere.invoke(null, FORM))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .hasToString("io.triglot.runtime.CallException: multipart/form-data is not read here");
    }
  }

  private static FormParts readHere(String body) throws IOException {
    Providers none =
        (Providers)
            Proxy.newProxyInstance(
                EntityPartsTest.class.getClassLoader(),
                new Class<?>[] {Providers.class},
                (proxy, method, arguments) -> null);
    return EntityParts.read(
        none,
        new MediaType("multipart", "form-data", Map.of("boundary", "edge")),
        new MultivaluedHashMap<>(),
        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }
}
