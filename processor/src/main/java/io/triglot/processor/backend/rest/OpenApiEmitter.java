package io.triglot.processor.backend.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.model.Access;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.ErrorType;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.spi.Options;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes the OpenAPI 3.1 description of one service: a whole document, so that those of several
 * services are put together without knowing more than that format.
 */
final class OpenApiEmitter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /**
   * What the API is called in the OpenAPI document and on the start page; {@code API} if not given.
   */
  private static final String TITLE = "openapi.title";

  /** The version of the API in the OpenAPI document; {@code 1.0.0} if not given. */
  private static final String VERSION = "openapi.version";

  /** The license of the API, an identifier of SPDX; {@code LicenseRef-Proprietary} if not given. */
  private static final String LICENSE = "openapi.license";

  /** The addresses of the API in the OpenAPI document, with commas; {@code /} if not given. */
  private static final String SERVER = "openapi.server";

  /** What the OpenAPI document says of the API as a whole. */
  private static final String DESCRIPTION = "openapi.description";

  /** Whom callers may ask, in the OpenAPI document: an address of the web or of mail, or a name. */
  private static final String CONTACT = "openapi.contact";

  /** The names of the options that say what no service can. */
  static final Set<String> OPTIONS =
      Set.of(TITLE, VERSION, LICENSE, SERVER, DESCRIPTION, CONTACT, SecurityScheme.OPTION);

  private final RestTree tree;
  private final Options options;

  OpenApiEmitter(RestTree tree, Options options) {
    this.tree = tree;
    this.options = options;
  }

  /** The description of a resource. */
  String document(Resource resource) {
    ObjectNode document = NODES.objectNode().put("openapi", "3.1.0");
    document.set("info", info());
    ArrayNode servers = document.putArray("servers");
    Stream.of(option(SERVER, "/").split(","))
        .forEach(server -> servers.addObject().put("url", server.strip()));
    document.putArray("tags").add(tag(resource.service()));
    document.set("paths", paths(resource));
    document.set("components", components(resource));
    return OpenApiText.of(document);
  }

  private ObjectNode info() {
    ObjectNode info =
        NODES
            .objectNode()
            .put("title", option(TITLE, "API"))
            .put("version", option(VERSION, "1.0.0"));
    info.put(
        "description",
        option(
            DESCRIPTION,
            "Resources as JSON over HTTP. What fails is told by a problem document (RFC 9457)."));
    info.set("contact", contact());
    String license = option(LICENSE, "LicenseRef-Proprietary");
    info.putObject("license").put("name", license).put("identifier", license);
    return info;
  }

  /** By what the contact is: an address of e-mail or of a page, or a name. */
  private ObjectNode contact() {
    String contact = option(CONTACT, "The maintainers of " + option(TITLE, "API"));
    String member = contact.contains("://") ? "url" : contact.contains("@") ? "email" : "name";
    return NODES.objectNode().put(member, contact);
  }

  private String option(String name, String otherwise) {
    return options.get(name).orElse(otherwise);
  }

  private static ObjectNode tag(Service service) {
    String name = OpenApiOperations.tag(service);
    Doc doc = service.doc().or(new Doc("Operations of " + name + "."));
    return SchemaEmitter.described(
        NODES.objectNode().put("name", name), doc.deprecated(service.deprecation()));
  }

  private ObjectNode paths(Resource resource) {
    OpenApiOperations operations = new OpenApiOperations(tree, SecurityScheme.of(options));
    ObjectNode paths = NODES.objectNode();
    for (ResourceMethod method : resource.methods()) {
      paths
          .withObjectProperty(method.path().toString())
          .set(
              method.httpMethod().toLowerCase(Locale.ROOT),
              operations.operation(resource.service(), method));
    }
    return paths;
  }

  private ObjectNode components(Resource resource) {
    ObjectNode components = NODES.objectNode();
    components.set("schemas", schemas(resource));
    new OpenApiResponses(tree, new SchemaEmitter(tree.model()))
        .components(resource.methods())
        .forEach(components.putObject("responses")::set);
    if (resource.methods().stream()
        .anyMatch(method -> method.operation().access().level() != Access.Level.OPEN)) {
      SecurityScheme scheme = SecurityScheme.of(options);
      components.putObject("securitySchemes").set(scheme.name(), scheme.component());
    }
    return components;
  }

  private ObjectNode schemas(Resource resource) {
    SchemaEmitter emitter = new SchemaEmitter(tree.model());
    ProblemSchemas problems = new ProblemSchemas(emitter);
    List<ErrorType> errors = ProblemSchemas.declared(tree, resource.methods());
    SortedMap<String, ObjectNode> schemas = new TreeMap<>();
    schemas.put(ProblemSchemas.PROBLEM, ProblemSchemas.problem());
    errors.forEach(error -> schemas.put(ProblemSchemas.name(error), problems.error(error)));
    for (JavaName name : SchemaReach.from(tree.model(), references(resource, errors))) {
      TypeDefinition type = tree.model().definition(new NamedRef(name, false));
      schemas.putAll(emitter.definitions(type));
    }
    ObjectNode node = NODES.objectNode();
    schemas.forEach(node::set);
    return node;
  }

  /** All that the service's operations and their errors mention. */
  private Stream<TypeRef> references(Resource resource, List<ErrorType> errors) {
    Stream<TypeRef> operations =
        resource.methods().stream().map(ResourceMethod::operation).flatMap(RestTree::mentioned);
    Stream<TypeRef> details =
        errors.stream().flatMap(error -> error.properties().stream()).map(ErrorType.Property::type);
    Stream<TypeRef> expanded =
        new Expansions(tree.model(), resource.service()).mentioned(resource.methods());
    return Stream.of(operations, details, expanded).flatMap(each -> each);
  }
}
