package io.triglot.runtime.http.jaxrs;

import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.Upload;
import io.triglot.runtime.http.FormParts;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of a form as the JAX-RS implementation's own reader gives them, asked when the call
 * wants them: not before it is authorized. Where it has none, {@link SpooledParts} are read.
 *
 * @param contents those of the parts, which JAX-RS gives once
 */
record EntityParts(List<FormPart> parts, List<InputStream> contents) implements FormParts {
  private static final Logger log = LoggerFactory.getLogger(EntityParts.class);
  private static final boolean FILE_UPLOAD = isFileUploadPresent();
  private static final Type LIST = new GenericType<List<EntityPart>>() {}.getType();

  /** Reads all parts. */
  static FormParts read(
      Providers providers, MediaType type, MultivaluedMap<String, String> headers, InputStream body)
      throws IOException {
    @SuppressWarnings({"unchecked", "rawtypes"}) // readers are found by class
    MessageBodyReader<List<EntityPart>> reader =
        (MessageBodyReader)
            providers.getMessageBodyReader(List.class, LIST, new Annotation[0], type);
    if (reader == null && FILE_UPLOAD) {
      return SpooledParts.read(type.getParameters().get("boundary"), body);
    }
    if (reader == null) {
      log.error(
          "multipart/form-data cannot be read: add what your JAX-RS implementation reads it with,"
              + " such as jersey-media-multipart or resteasy-multipart-provider, or where it has"
              + " nothing, as Quarkus REST, commons-fileupload:commons-fileupload");
      throw Failure.of(StatusCode.UNIMPLEMENTED, "multipart/form-data is not read here")
          .asException();
    }
    @SuppressWarnings({"unchecked", "rawtypes"})
    Class<List<EntityPart>> raw = (Class) List.class;
    try {
      return of(reader.readFrom(raw, LIST, new Annotation[0], type, headers, body));
    } catch (IOException | RuntimeException e) { // there is no telling what readers throw
      throw failure(e);
    }
  }

  private static boolean isFileUploadPresent() {
    try {
      Class.forName(
          "org.apache.commons.fileupload.MultipartStream",
          false,
          EntityParts.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }

  private static CallException failure(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CallException known) {
        return known;
      }
    }
    return new CallException(
        Failure.of(StatusCode.INVALID_ARGUMENT, "The form cannot be read: " + failure.getMessage()),
        failure);
  }

  private static EntityParts of(List<EntityPart> entities) {
    List<FormPart> parts = new ArrayList<>();
    List<InputStream> contents = new ArrayList<>();
    for (EntityPart entity : entities) {
      InputStream content = entity.getContent();
      contents.add(content);
      parts.add(new FormPart(entity.getName(), upload(entity, content)));
    }
    return new EntityParts(List.copyOf(parts), List.copyOf(contents));
  }

  private static Upload upload(EntityPart entity, InputStream content) {
    String type = entity.getHeaders().getFirst("Content-Type"); // the type has a charset added
    Upload upload = Upload.of(type == null ? "" : type, content);
    return entity.getFileName().map(upload::named).orElse(upload);
  }

  @Override
  public void close() throws IOException {
    for (InputStream content : contents) {
      content.close();
    }
  }
}
