package io.triglot.processor.contract;

import java.util.Optional;

/** A line of the lock that a developer has written: what may happen to the contracts. */
public sealed interface Permission {
  /** The line. */
  String line();

  /**
   * A break is meant.
   *
   * @param what a line of the lock, {@code <block>} or {@code <block>: <member>}, or a Java type
   *     for all of its changes
   * @param reason why it is right
   */
  record Accepted(String what, String reason) implements Permission {
    boolean covers(Change change) {
      return what.equals(change.key())
          || what.equals(change.block().toString())
          || what.equals(change.owner());
    }

    @Override
    public String line() {
      return "accept " + what + " \"" + reason + "\"";
    }
  }

  /**
   * What was called so is called otherwise now.
   *
   * @param owner the Java type that it is a member of
   * @param from its former name in the contracts
   */
  record Renamed(String owner, String from, String to, String reason) implements Permission {
    @Override
    public String line() {
      return "rename " + owner + " " + from + " -> " + to + " \"" + reason + "\"";
    }
  }

  /**
   * The Java type, or the operation, that was called so is called otherwise now, and the names that
   * the contracts have from it with it.
   *
   * @param from the former name: of a type canonical, of an operation that in the contracts
   * @param to the name now, in the same form
   * @param service the canonical name of the service that has the operation; empty for a type
   */
  record Moved(Optional<String> service, String from, String to, String reason)
      implements Permission {
    @Override
    public String line() {
      return "rename "
          + service.map(name -> "operation " + name + " ").orElse("type ")
          + from
          + " -> "
          + to
          + " \""
          + reason
          + "\"";
    }
  }

  /**
   * Nobody relies on a package, or a type, yet.
   *
   * @param name a Java package or type
   */
  record Unpublished(String name) implements Permission {
    boolean covers(String owner) {
      return owner.equals(name) || owner.startsWith(name + ".");
    }

    @Override
    public String line() {
      return "unpublished " + name;
    }
  }
}
