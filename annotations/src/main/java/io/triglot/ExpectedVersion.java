package io.triglot;

import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.http.EntityTags;
import java.util.List;
import java.util.Map;

/**
 * The version that a caller takes a thing to have which it wants to change, so that nobody's change
 * is lost. A parameter of this type is the header {@code If-Match} on REST, the argument {@code
 * expectedVersion} on GraphQL and the field {@code expected_version} on gRPC. Where it may not be
 * null, a call must say it; {@code @Nullable} or in an {@code Optional} it need not.
 *
 * <p>The method compares, in the transaction that changes the thing:
 *
 * <pre>{@code
 * Product product = tx.lock(id);
 * expected.require(product.version());
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @see ApiField#version()
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-if-match">RFC 9110, section 13.1.1</a>
 * @see <a href="https://google.aip.dev/154">AIP-154, Resource freshness validation</a>
 */
public final class ExpectedVersion {
  private static final String ANY = "*";
  private static final ExpectedVersion ANY_VERSION = new ExpectedVersion(List.of(), true);

  private final List<String> versions;
  private final boolean any;

  private ExpectedVersion(List<String> versions, boolean any) {
    this.versions = List.copyOf(versions);
    this.any = any;
  }

  /** This version; it is kept as its {@code toString}. */
  public static ExpectedVersion of(Object version) {
    return new ExpectedVersion(List.of(version.toString()), false);
  }

  /** Whatever version there is. */
  public static ExpectedVersion any() {
    return ANY_VERSION;
  }

  /**
   * What a caller says: a version as it is, {@code *}, or entity tags as {@code If-Match} has them.
   *
   * @throws CallException FAILED_PRECONDITION if the text is empty, as it is on gRPC where nothing
   *     is said
   */
  public static ExpectedVersion parse(String text) {
    if (text.isEmpty()) {
      throw EntityTags.versionRequired("The expected version is required").asException();
    }
    if (text.equals(ANY)) {
      return ANY_VERSION;
    }
    return EntityTags.areIn(text)
        ? new ExpectedVersion(EntityTags.strong(text), false)
        : new ExpectedVersion(List.of(text), false);
  }

  /** Whether a thing of this version is what the caller expects. */
  public boolean admits(Object version) {
    return any || versions.contains(version.toString());
  }

  /**
   * Makes sure that a thing has the version that the caller expects.
   *
   * @throws CallException ABORTED with the reason VERSION_MISMATCH where it has another: 412 on
   *     REST
   */
  public void require(Object version) {
    if (!admits(version)) {
      throw new Failure(
              StatusCode.ABORTED,
              "VERSION_MISMATCH",
              "The version is not the expected one any more",
              List.of(),
              Map.of())
          .asException();
    }
  }

  /** The text that {@link #parse} takes. */
  @Override
  public String toString() {
    if (any) {
      return ANY;
    }
    boolean plain = versions.size() == 1 && !isAmbiguous(versions.get(0));
    return plain ? versions.get(0) : EntityTags.list(versions);
  }

  private static boolean isAmbiguous(String version) {
    return version.isEmpty() || version.equals(ANY) || EntityTags.areIn(version);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExpectedVersion version
        && version.any == any
        && version.versions.equals(versions);
  }

  @Override
  public int hashCode() {
    return versions.hashCode();
  }
}
