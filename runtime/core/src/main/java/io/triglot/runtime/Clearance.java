package io.triglot.runtime;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is cleared for where {@code @RolesAllowed} and its like stand: which operations it
 * may call, and which guarded properties of types it receives and may send.
 *
 * <p>Immutable and thread-safe.
 */
public final class Clearance {
  /** That of a caller of whom nothing is known, and so what holds where nobody says who calls. */
  public static final Clearance ANONYMOUS = new Clearance(null, false);

  /** That of what does not serve a call but makes one: a client sends and receives all it can. */
  public static final Clearance UNLIMITED = new Clearance(null, true);

  private final @Nullable Caller caller;
  private final boolean unlimited;

  private Clearance(@Nullable Caller caller, boolean unlimited) {
    this.caller = caller;
    this.unlimited = unlimited;
  }

  /** That of a caller, or of an anonymous one. */
  static Clearance of(Optional<Caller> caller) {
    return caller.map(known -> new Clearance(known, false)).orElse(ANONYMOUS);
  }

  /** Whether the caller fulfils the condition. */
  public boolean admits(Access access) {
    return unlimited
        || switch (access.level()) {
          case OPEN -> true;
          case AUTHENTICATED -> caller != null;
          case ROLES -> caller != null && !Collections.disjoint(caller.roles(), access.roles());
          case DENIED -> false;
        };
  }

  /**
   * Makes sure that the caller fulfils the condition.
   *
   * @throws CallException with {@code UNAUTHENTICATED} where it is not known who calls, else with
   *     {@code PERMISSION_DENIED}
   */
  public void require(Access access) {
    if (!admits(access)) {
      StatusCode code = refusal(access);
      throw Failure.of(code, reason(code)).asException();
    }
  }

  /**
   * Makes sure that the caller may send what stands at a path of its request.
   *
   * @throws CallException as {@link #require}, with the path
   */
  public void require(Access access, String path) {
    if (!admits(access)) {
      throw refusal(access, path).asException();
    }
  }

  /** What to tell a caller that sent what it may not send. */
  private static Failure refused(StatusCode code, String path) {
    return new Failure(
        code,
        code.name(),
        path + ": " + reason(code),
        List.of(new FieldViolation(path, reason(code))),
        Map.of());
  }

  /** What to tell a caller that does not fulfil the condition, and sent what stands at a path. */
  public Failure refusal(Access access, String path) {
    return refused(refusal(access), path);
  }

  private StatusCode refusal(Access access) {
    return caller == null && access.level() != Access.Level.DENIED
        ? StatusCode.UNAUTHENTICATED
        : StatusCode.PERMISSION_DENIED;
  }

  private static String reason(StatusCode code) {
    return code == StatusCode.UNAUTHENTICATED ? "Authentication required" : "Permission denied";
  }
}
