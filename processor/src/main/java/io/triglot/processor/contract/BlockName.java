package io.triglot.processor.contract;

import io.triglot.processor.model.Protocol;
import java.util.Comparator;
import java.util.Locale;

/**
 * The name of a part of a contract that has members: a message, an object type, a resource method.
 *
 * @param kind such as {@code message}; one word
 * @param name such as {@code acme.shop.v1.Product}, unique among the parts of its kind
 */
public record BlockName(Protocol protocol, String kind, String name)
    implements Comparable<BlockName> {
  private static final Comparator<BlockName> ORDER =
      Comparator.comparing((BlockName block) -> block.protocol().name())
          .thenComparing(BlockName::kind)
          .thenComparing(BlockName::name);

  @Override
  public int compareTo(BlockName other) {
    return ORDER.compare(this, other);
  }

  /** As it stands in the lock, {@code grpc message acme.shop.v1.Product}. */
  @Override
  public String toString() {
    return protocol.name().toLowerCase(Locale.ROOT) + " " + kind + " " + name;
  }
}
