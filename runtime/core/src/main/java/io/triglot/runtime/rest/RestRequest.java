package io.triglot.runtime.rest;

import io.triglot.runtime.Call;
import io.triglot.runtime.CallAddress;
import io.triglot.runtime.CallException;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Download;
import io.triglot.runtime.Failure;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.Upload;
import io.triglot.runtime.http.EntityTags;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.rest.json.Expandable;
import io.triglot.runtime.rest.json.Expansion;
import io.triglot.runtime.rest.json.JsonFields;
import io.triglot.runtime.rest.json.JsonReader;
import io.triglot.runtime.rest.json.Selection;
import io.triglot.runtime.rest.json.TextForm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A request for a route, from which generated code binds the arguments of a call: the variables of
 * its path, the parameters of its query, and its JSON body.
 *
 * <p>Whatever cannot be bound is refused with a {@link CallException} that names the parameter, its
 * value and what was expected. Belongs to one call; not thread-safe.
 */
public final class RestRequest implements CallRequest {
  private static final String FIELDS = "fields";
  private static final String EXPAND = "expand";
  private static final String LAST_EVENT_ID = "Last-Event-ID";
  private static final String IF_MATCH = "If-Match";
  private static final byte[] NO_PROPERTIES = "{}".getBytes(StandardCharsets.UTF_8);

  private final HttpRequest http;
  private final String template;
  private final Map<String, String> variables;
  private final boolean hasBody;
  private final RequestContent content;
  private @Nullable TextParameters parameters;
  private @Nullable TextParameters form;

  /**
   * A request.
   *
   * @param template the path template of the route
   * @param variables the values of the path's variables as they came, by name
   * @param hasBody whether the route takes a body, which is read as a whole
   */
  RestRequest(HttpRequest http, String template, Map<String, String> variables, boolean hasBody) {
    this.hasBody = hasBody;
    this.http = http;
    this.template = template;
    this.variables = variables;
    content = new RequestContent(http);
  }

  @Override
  public Protocol protocol() {
    return Protocol.REST;
  }

  @Override
  public Optional<String> header(String name) {
    return http.header(name);
  }

  @Override
  public <T> Optional<T> transport(Class<T> type) {
    return http.transport(type);
  }

  @Override
  public CallAddress address() {
    return new CallAddress(
        http.scheme(), http.header("Host").orElse(""), http.method(), template, http.path());
  }

  @Override
  public CompletionStage<Void> cancelled() {
    return http.cancelled();
  }

  /** The request as it came. */
  HttpRequest http() {
    return http;
  }

  /** The value of a variable of the path. */
  public <T> T path(String name, TextForm<T> form) {
    String encoded = variables.get(name);
    if (encoded == null) {
      throw new IllegalArgumentException("the route has no variable " + name);
    }
    return form.read(name, TextParameters.decode(name, encoded, PercentEncoding::decodeSegment));
  }

  /** The value of a query parameter, which must be there. */
  public <T> T query(String name, TextForm<T> form) {
    return parameters().field(name, form);
  }

  /** The value of a query parameter, or another one where it is absent. */
  public <T> T query(String name, TextForm<T> form, T otherwise) {
    return parameters().field(name, form, otherwise);
  }

  /** The value of a query parameter, or null where it is absent. */
  public <T> @Nullable T queryOrNull(String name, TextForm<T> form) {
    return parameters().fieldOrNull(name, form);
  }

  /**
   * The id of the last event that the client has received: what {@code Last-Event-ID} says, else
   * the query parameter, or null where neither is there.
   */
  public <T> @Nullable T lastEventOrNull(String name, TextForm<T> form) {
    String last = lastEvent();
    return last.isEmpty() ? queryOrNull(name, form) : form.read(LAST_EVENT_ID, last);
  }

  /** Whether the client goes on with a stream whose beginning it has had. */
  boolean isResumed() {
    return !lastEvent().isEmpty();
  }

  private String lastEvent() {
    return header(LAST_EVENT_ID).orElse("").strip();
  }

  /** The values of a query parameter that may repeat; none where it is absent. */
  public <T> List<T> queryList(String name, TextForm<T> form) {
    return parameters().fieldList(name, form);
  }

  /** The values of a query parameter that may repeat, or null where it is absent. */
  public <T> @Nullable List<T> queryListOrNull(String name, TextForm<T> form) {
    return parameters().fieldListOrNull(name, form);
  }

  /** The distinct values of a query parameter that may repeat; none where it is absent. */
  public <T> Set<T> querySet(String name, TextForm<T> form) {
    return parameters().fieldSet(name, form);
  }

  /** The distinct values of a query parameter that may repeat, or null where it is absent. */
  public <T> @Nullable Set<T> querySetOrNull(String name, TextForm<T> form) {
    return parameters().fieldSetOrNull(name, form);
  }

  /**
   * Refuses a query with other parameters than these.
   *
   * @throws CallException that names the parameter, and those that there are
   */
  public void knowing(String... names) {
    parameters().refuseOthers(List.of(names));
  }

  /** The fields of the form that the body is. May block. */
  public TextParameters form() {
    if (form == null) {
      form =
          hasBody
              ? TextParameters.parse(new String(content.bytes(), StandardCharsets.UTF_8))
              : content.fields().texts();
    }
    return form;
  }

  /** A file of the form that the body is, which must be there. May block. */
  public Upload file(String name) {
    Upload file = fileOrNull(name);
    if (file == null) {
      throw Failure.invalid(name, "is required; expected a file").asException();
    }
    return file;
  }

  /** A file of the form that the body is, or null where it is absent. May block. */
  public @Nullable Upload fileOrNull(String name) {
    List<Upload> files = fileList(name);
    if (files.size() > 1) {
      throw Failure.invalid(name, "is given " + files.size() + " times; expected one file")
          .asException();
    }
    return files.isEmpty() ? null : files.get(0);
  }

  /** The files of one name of the form that the body is; none where it is absent. May block. */
  public List<Upload> fileList(String name) {
    return content.fields().files(name);
  }

  /** The files of one name of the form that the body is, or null where it is absent. May block. */
  public @Nullable List<Upload> fileListOrNull(String name) {
    List<Upload> files = fileList(name);
    return files.isEmpty() ? null : files;
  }

  /** The body, whatever it is; to be read as it comes. */
  public Upload upload() {
    Upload upload = Upload.of(header("Content-Type").orElse(""), content.stream());
    String length = header("Content-Length").orElse("");
    if (length.matches("\\d{1,18}")) {
      upload = upload.sized(Long.parseLong(length));
    }
    Optional<String> name = header("Content-Disposition").flatMap(Download::fileNameOf);
    return name.isPresent() ? upload.named(name.get()) : upload;
  }

  /** The body, or null where there is none, not even an empty one of a media type. */
  public @Nullable Upload uploadOrNull() {
    boolean absent =
        header("Content-Type").isEmpty()
            && header("Transfer-Encoding").isEmpty()
            && header("Content-Length").filter(length -> !length.equals("0")).isEmpty();
    return absent ? null : upload();
  }

  /**
   * The values that the lines of the body are, each a JSON document (NDJSON); to be read as they
   * come.
   *
   * @param call which receives them
   * @param name the name of the parameter
   */
  public <T> Flow.Publisher<T> lines(Call call, String name, JsonReader.Value<T> reader) {
    RequestLines<T> values =
        content.values(
            name,
            line -> {
              T value = JsonReader.read(line, name, reader);
              call.checkStreamed(name, value);
              return value;
            });
    call.receives(values);
    return values;
  }

  /** The call has ended: nothing of the body is read any more. */
  void close() {
    content.close();
  }

  /**
   * The fields of the result that the parameter {@code fields} of the query asks for.
   *
   * @throws CallException with {@code INVALID_ARGUMENT} for what the result has not
   */
  public Selection fields(JsonFields known) {
    return Selection.of(FIELDS, parameters().texts(FIELDS), known);
  }

  /**
   * The batched fields that the parameter {@code expand} of the query asks for.
   *
   * @throws CallException with {@code INVALID_ARGUMENT} for what cannot be expanded
   */
  public Expansion expand(Expandable<?> known) {
    return Expansion.of(EXPAND, parameters().texts(EXPAND), known);
  }

  /**
   * The version that {@code If-Match} says is expected.
   *
   * @throws CallException with {@code FAILED_PRECONDITION} where the field is absent
   */
  public <T> T ifMatch(TextForm<T> form) {
    T version = ifMatchOrNull(form);
    if (version == null) {
      throw EntityTags.versionRequired("If-Match: is required; expected an entity tag")
          .asException();
    }
    return version;
  }

  /** The version that {@code If-Match} says is expected, or null where it is absent. */
  public <T> @Nullable T ifMatchOrNull(TextForm<T> form) {
    String field = String.join(", ", http.headers(IF_MATCH)).strip();
    if (field.isEmpty()) {
      return null;
    }
    if (!EntityTags.isField(field)) {
      throw Failure.invalid(IF_MATCH, "expected entity tags such as \"7\", or *, got " + field)
          .asException();
    }
    return form.read(IF_MATCH, field);
  }

  /**
   * The body, which must be there, as the value of one parameter. May block.
   *
   * @param name the name of the parameter
   */
  public <T> T body(String name, JsonReader.Value<T> reader) {
    byte[] bytes = content.bytes();
    if (bytes.length == 0) {
      throw Failure.invalid(name, "is required; expected a JSON body").asException();
    }
    return JsonReader.read(bytes, name, reader);
  }

  /**
   * The body as the value of one parameter, or null where it is empty or says {@code null}. May
   * block.
   *
   * @param name the name of the parameter
   */
  public <T> @Nullable T bodyOrNull(String name, JsonReader.Value<T> reader) {
    byte[] bytes = content.bytes();
    return bytes.length == 0
        ? null
        : JsonReader.read(bytes, name, in -> in.optional(reader)).orElse(null);
  }

  /** The body as an object whose fields are parameters; an empty body has none. May block. */
  public <T> T properties(JsonReader.Value<T> reader) {
    byte[] bytes = content.bytes();
    return JsonReader.read(bytes.length == 0 ? NO_PROPERTIES : bytes, "", reader);
  }

  @Override
  public Optional<byte[]> rawBody() {
    return hasBody ? Optional.of(content.bytes()) : Optional.empty();
  }

  private TextParameters parameters() {
    if (parameters == null) {
      parameters = TextParameters.parse(http.query());
    }
    return parameters;
  }
}
