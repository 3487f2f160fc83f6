package io.triglot.runtime.adoption;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Variant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call as a request of JAX-RS: it has no preconditions, and takes whatever variant comes first.
 *
 * @param getMethod the HTTP method
 */
@SuppressWarnings("NullAway") // by its specification null where preconditions are met
record CallPreconditions(String getMethod) implements Request {
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
