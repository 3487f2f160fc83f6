package io.triglot.processor.contract;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges changes of an OpenAPI document as openapi-diff does: clients must be able to go on sending
 * what they send, and must find in responses what they found.
 *
 * @param before in which direction schemas travelled
 * @param now in which direction they travel
 */
record RestVerdicts(RestUse before, RestUse now) {
  private static final String REQUIRED = ", required";
  private static final String RESPONSE = "response ";
  private static final List<String> ALTERNATIVES = List.of("value ", "member ", "tag ");

  Judgement judge(Change change) {
    boolean schema = change.block().kind().equals("schema");
    if (change.isWholeBlock()) {
      // What a schema means depends on where it is used: that is where its coming and going counts.
      return schema || change.isAdded()
          ? Judgement.safe(change)
          : Judgement.breaksClients(change, "calls of it are answered with 404");
    }
    if (schema) {
      String name = change.block().name();
      return judge(
          change,
          before.sent().contains(name) && now.sent().contains(name),
          before.received().contains(name) && now.received().contains(name));
    }
    boolean response = change.member().startsWith(RESPONSE);
    return switch (change.member()) {
      case "@id" -> Judgement.safe(change);
      case "@callers" -> callers(change);
      case "@event" -> event(change);
      default -> judge(change, !response, response);
    };
  }

  private static Judgement callers(Change change) {
    return change.after().equals(Optional.of("all"))
        ? Judgement.safe(change)
        : Judgement.breaksClients(change, "callers who were let in are refused");
  }

  /** What is the id of a stream's events, which clients send when they go on. */
  private static Judgement event(Change change) {
    return change.isAdded()
        ? Judgement.safe(change)
        : Judgement.breaksClients(change, "clients go on after the id that they had before");
  }

  private static Judgement judge(Change change, boolean sent, boolean received) {
    if (change.isAdded()) {
      return added(change, sent, received);
    }
    if (change.isRemoved()) {
      return removed(change, sent, received);
    }
    String old = change.before().orElseThrow();
    String now = change.after().orElseThrow();
    if (!type(old).equals(type(now))) {
      return sent || received
          ? Judgement.breaksClients(change, "its JSON is another one")
          : Judgement.safe(change);
    }
    if (sent && now.endsWith(REQUIRED) && !old.endsWith(REQUIRED)) {
      return Judgement.breaksClients(change, "clients need not send it now, and may not");
    }
    if (received && old.endsWith(REQUIRED) && !now.endsWith(REQUIRED)) {
      return Judgement.breaksClients(change, "clients rely on its being there");
    }
    if (sent && isNullable(old) && !isNullable(now)) {
      return Judgement.breaksClients(change, "clients may send null");
    }
    return sent && isNarrower(old, now)
        ? Judgement.breaksClients(change, "what clients send may be refused")
        : Judgement.safe(change);
  }

  private static Judgement added(Change change, boolean sent, boolean received) {
    if (sent && change.after().orElseThrow().endsWith(REQUIRED)) {
      return Judgement.breaksClients(change, "clients do not send it yet");
    }
    return received && isAlternative(change)
        ? Judgement.breaksClients(change, "clients do not know it")
        : Judgement.safe(change);
  }

  private static Judgement removed(Change change, boolean sent, boolean received) {
    if (sent) {
      return Judgement.breaksClients(change, "clients that send it are refused or not heard");
    }
    boolean awaited =
        change.member().startsWith(RESPONSE) || change.before().orElseThrow().endsWith(REQUIRED);
    return received && awaited && !isAlternative(change)
        ? Judgement.breaksClients(change, "clients rely on its being there")
        : Judgement.safe(change);
  }

  /** Whether it is one of the values that an enum has, or of the members of a union. */
  private static boolean isAlternative(Change change) {
    return ALTERNATIVES.stream().anyMatch(change.member()::startsWith);
  }

  /** Whether a limit is new, or less is within it. */
  private static boolean isNarrower(String before, String now) {
    Map<String, String> old = limits(before);
    return limits(now).entrySet().stream()
        .anyMatch(limit -> isNarrower(limit.getKey(), old.get(limit.getKey()), limit.getValue()));
  }

  private static boolean isNarrower(String limit, @Nullable String before, String now) {
    if (before == null || limit.equals("pattern")) {
      return !now.equals(before);
    }
    int difference = new BigDecimal(now).compareTo(new BigDecimal(before));
    return limit.toLowerCase(Locale.ROOT).contains("min") ? difference > 0 : difference < 0;
  }

  private static Map<String, String> limits(String value) {
    return Arrays.stream(value.replace(REQUIRED, "").split(" "))
        .filter(word -> word.contains("=") && !word.startsWith("default="))
        .map(word -> word.split("=", 2))
        .collect(Collectors.toMap(limit -> limit[0], limit -> limit[1], (some, other) -> some));
  }

  private static boolean isNullable(String value) {
    return Arrays.stream(value.replace(REQUIRED, "").split(" "))
        .anyMatch(word -> !word.contains("=") && word.endsWith("?"));
  }

  /** The type without limits, and whether or not it may be null. */
  private static List<String> type(String value) {
    return Arrays.stream(value.replace(REQUIRED, "").split(" "))
        .filter(word -> !word.contains("="))
        .map(word -> word.endsWith("?") ? word.substring(0, word.length() - 1) : word)
        .collect(Collectors.toList());
  }
}
