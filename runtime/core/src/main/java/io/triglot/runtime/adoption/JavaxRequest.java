package io.triglot.runtime.adoption;

import java.util.Date;
import java.util.List;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response.ResponseBuilder;
import javax.ws.rs.core.Variant;
import org.jspecify.annotations.Nullable;

/**
 * A request without preconditions, under the older name.
 *
 * @param getMethod the HTTP method
 */
record JavaxRequest(String getMethod) implements Request {
  @Override
  public @Nullable Variant selectVariant(List<Variant> variants) {
    return variants.stream().findFirst().orElse(null);
  }

  @Override
  public @Nullable ResponseBuilder evaluatePreconditions(EntityTag tag) {
    return null;
  }

  @Override
  public @Nullable ResponseBuilder evaluatePreconditions(Date lastModified) {
    return null;
  }

  @Override
  public @Nullable ResponseBuilder evaluatePreconditions(Date lastModified, EntityTag tag) {
    return null;
  }

  @Override
  public @Nullable ResponseBuilder evaluatePreconditions() {
    return null;
  }
}
