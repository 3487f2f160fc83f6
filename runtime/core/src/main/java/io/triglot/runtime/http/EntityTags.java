package io.triglot.runtime.http;

import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Entity tags, which stand for versions (RFC 9110, section 8.8.3). A tag has the version's text,
 * with percent-encoding for what no tag may have.
 */
public final class EntityTags {
  private static final Pattern TAG = Pattern.compile("(W/)?\"([!#-~\\x80-\\xFF]*+)\"");
  private static final Pattern LIST =
      Pattern.compile("[ \\t,]*" + TAG + "(?:[ \\t]*,[ \\t,]*" + TAG + ")*[ \\t,]*");
  private static final int HASH_BYTES = 16;
  private static final String ANY = "*";

  private EntityTags() {}

  /** The strong tag of a version. */
  public static String of(String version) {
    StringBuilder tag = new StringBuilder("\"");
    for (byte each : version.getBytes(StandardCharsets.UTF_8)) {
      if (each > ' ' && each != '"' && each != '%' && each != 0x7F) {
        tag.append((char) each);
      } else {
        tag.append('%').append(String.format("%02X", each & 0xFF));
      }
    }
    return tag.append('"').toString();
  }

  /** The strong tag of content, by its hash. */
  public static String ofContent(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return of(
          Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, HASH_BYTES)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  /** The tags of several versions, as a field has them. */
  public static String list(List<String> versions) {
    return versions.isEmpty()
        ? "W/\"\"" // no version has a weak tag
        : versions.stream().map(EntityTags::of).collect(Collectors.joining(", "));
  }

  /** Whether a text begins as a list of tags does. */
  public static boolean areIn(String text) {
    return text.startsWith("\"") || text.startsWith("W/\"");
  }

  /** Whether a text is what {@code If-Match} can be. */
  public static boolean isField(String field) {
    return field.equals(ANY) || LIST.matcher(field).matches();
  }

  /** The versions of the strong tags in a field; weak ones match nothing there. */
  public static List<String> strong(String field) {
    List<String> versions = new ArrayList<>();
    Matcher tags = TAG.matcher(field);
    while (tags.find()) {
      if (tags.group(1) == null) {
        versions.add(decoded(tags.group(2)));
      }
    }
    return versions;
  }

  /**
   * Whether one of a field's tags is this one, by the weak comparison of {@code If-None-Match}; so
   * is {@code *}.
   */
  public static boolean haveWeakly(String field, String tag) {
    if (field.strip().equals(ANY)) {
      return true;
    }
    Matcher tags = TAG.matcher(field);
    String opaque = tag.startsWith("W/") ? tag.substring(2) : tag;
    while (tags.find()) {
      if (opaque.equals('"' + tags.group(2) + '"')) {
        return true;
      }
    }
    return false;
  }

  /** What a call is refused with that does not say which version it expects. */
  public static Failure versionRequired(String message) {
    return new Failure(
        StatusCode.FAILED_PRECONDITION, "VERSION_REQUIRED", message, List.of(), Map.of());
  }

  /** A text that is not ours stays as it is, and is no version. */
  private static String decoded(String opaque) {
    byte[] bytes = new byte[opaque.length()];
    int length = 0;
    for (int i = 0; i < opaque.length(); i++) {
      char each = opaque.charAt(i);
      if (each == '%' && i + 2 < opaque.length()) {
        int value = Character.digit(opaque.charAt(i + 1), 16) * 16;
        int low = Character.digit(opaque.charAt(i + 2), 16);
        if (value < 0 || low < 0) {
          return opaque;
        }
        bytes[length++] = (byte) (value + low);
        i += 2;
      } else {
        bytes[length++] = (byte) each;
      }
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
