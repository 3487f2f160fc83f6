package io.triglot.runtime.validation;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;

/** Messages in one language, whatever that of the server's machine is. */
record FixedLocale(MessageInterpolator interpolator, Locale locale) implements MessageInterpolator {
  @Override
  public String interpolate(String template, Context context) {
    return interpolator.interpolate(template, context, locale);
  }

  @Override
  public String interpolate(String template, Context context, Locale asked) {
    return interpolator.interpolate(template, context, asked);
  }
}
