package io.triglot.example.notifications;

import org.jdbi.v3.core.Handle;

/** The way to tell users something: at once, or by an {@link Outbox}. */
public interface Notifier {
  /**
   * Tells a user of something that the transaction does, once it is committed. To be called last:
   * until then, nobody else may be able to tell him anything.
   */
  void tell(Handle tx, String userId, News news);

  /** Forgets what a user was told. */
  void forget(Handle tx, String userId);
}
