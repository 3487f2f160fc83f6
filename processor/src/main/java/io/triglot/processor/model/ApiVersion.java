package io.triglot.processor.model;

import java.util.Locale;
import java.util.regex.Pattern;

/** Versions of an API that run side by side: {@code v1}, {@code v2beta1} (AIP-185). */
public final class ApiVersion {
  private static final String FIRST = "v1";
  private static final Pattern VERSION = Pattern.compile("v[1-9][0-9]*((alpha|beta)[0-9]*)?");

  private ApiVersion() {}

  /** Whether a word, such as the last one of a package, is a version. */
  public static boolean is(String word) {
    return VERSION.matcher(word).matches();
  }

  /**
   * What a name of this version has at its end, {@code V2}: nothing where it is the first one, so
   * that a second one renames nothing.
   */
  public static String suffix(String version) {
    return version.equals(FIRST)
        ? ""
        : version.substring(0, 1).toUpperCase(Locale.ROOT) + version.substring(1);
  }

  /** A name of this version as the other ones have it. */
  static String without(String version, String name) {
    String suffix = suffix(version);
    return name.endsWith(suffix) && name.length() > suffix.length()
        ? name.substring(0, name.length() - suffix.length())
        : name;
  }
}
