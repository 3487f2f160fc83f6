package io.triglot.processor.model;

import java.util.List;

/**
 * What makes a service of a JAX-RS resource class: the class goes on to serve REST in its own
 * container, and no resource is generated for it.
 *
 * @param api the package of the annotations that it uses
 * @param path the path template of the class; begins with a slash, or is empty
 * @param adapter the generated class that the other protocols call in its place
 * @param guards the name bindings that stand on the class or its methods, and the filters among the
 *     sources of its compilation, which only REST passes; sorted
 * @param injected the members that its container injects from the request, each like {@code tenant
 *     (@PathParam)}
 */
public record Adoption(
    Api api, String path, JavaName adapter, List<String> guards, List<String> injected) {
  /** Takes copies of the lists. */
  public Adoption {
    guards = List.copyOf(guards);
    injected = List.copyOf(injected);
  }

  /** The two names of JAX-RS. */
  public enum Api {
    JAKARTA("jakarta.ws.rs"),
    JAVAX("javax.ws.rs");

    private final String packageName;

    Api(String packageName) {
      this.packageName = packageName;
    }

    /** The package, such as {@code jakarta.ws.rs}. */
    public String packageName() {
      return packageName;
    }
  }
}
