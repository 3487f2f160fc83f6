package io.triglot.processor.contract;

/**
 * What a change does to clients.
 *
 * @param reason what goes wrong, as the end of a sentence; empty for what is safe
 */
public record Judgement(Change change, Effect effect, String reason) {
  /** How far a change reaches. */
  public enum Effect {
    /** No client notices. */
    SAFE,
    /** Deployed clients go on working, but code that is generated anew no longer fits its users. */
    BREAKS_SOURCES,
    /** Deployed clients fail or misunderstand. */
    BREAKS_CLIENTS
  }

  static Judgement safe(Change change) {
    return new Judgement(change, Effect.SAFE, "");
  }

  static Judgement breaksSources(Change change, String reason) {
    return new Judgement(change, Effect.BREAKS_SOURCES, reason);
  }

  static Judgement breaksClients(Change change, String reason) {
    return new Judgement(change, Effect.BREAKS_CLIENTS, reason);
  }

  /** Whether anybody has to do anything about it. */
  public boolean isBreaking() {
    return effect != Effect.SAFE;
  }
}
