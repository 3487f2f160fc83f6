package io.triglot.runtime;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/** What {@code Accept-Language} says (RFC 9110, section 12.5.4). */
final class AcceptLanguage {
  private AcceptLanguage() {}

  /** The languages that a request names, best first; none where it names none. */
  static List<Locale> locales(CallRequest request) {
    return ranges(request).stream()
        .map(LanguageRange::getRange)
        .filter(range -> !range.startsWith("*"))
        .map(Locale::forLanguageTag)
        .distinct()
        .toList();
  }

  /** The best of what is offered (the lookup of RFC 4647, section 3.4). */
  static Optional<Locale> lookup(CallRequest request, List<Locale> offered) {
    return Optional.ofNullable(Locale.lookup(ranges(request), offered));
  }

  private static List<LanguageRange> ranges(CallRequest request) {
    try {
      return request.header("accept-language").map(LanguageRange::parse).orElse(List.of()).stream()
          .filter(range -> range.getWeight() > 0)
          .toList();
    } catch (IllegalArgumentException malformed) {
      return List.of(); // a preference, which is no reason to refuse a call
    }
  }
}
