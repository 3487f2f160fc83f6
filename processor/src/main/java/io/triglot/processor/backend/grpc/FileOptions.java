package io.triglot.processor.backend.grpc;

import com.google.protobuf.DescriptorProtos;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.triglot.processor.spi.Options;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The options of {@code .proto} files that the module sets: {@code -Atriglot.proto.go_package=…}
 * for {@code go_package}, and so on.
 *
 * @param patterns the values by the names of protobuf's options, with placeholders
 * @param problems what is wrong with them, as sentences
 */
record FileOptions(SortedMap<String, String> patterns, List<String> problems) {
  /**
   * An option of all {@code .proto} files of the module, such as {@code go_package}. The value may
   * have placeholders for the package and the file.
   */
  private static final String PREFIX = "proto.";

  private static final String MULTIPLE_FILES = "java_multiple_files";
  private static final Set<String> NAMES =
      Set.of(
          MULTIPLE_FILES,
          "java_outer_classname",
          "java_package",
          "go_package",
          "csharp_namespace",
          "objc_class_prefix",
          "php_class_prefix",
          "php_metadata_namespace",
          "php_namespace",
          "ruby_package",
          "swift_prefix");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}?");
  private static final Pattern KNOWN = Pattern.compile("\\{([Pp]ackage[^{}\\w]*|java|file)}");

  /** Takes copies. */
  FileOptions {
    patterns = Collections.unmodifiableSortedMap(new TreeMap<>(patterns));
    problems = List.copyOf(problems);
  }

  /** The processor's options. */
  static Set<String> names() {
    return NAMES.stream().map(PREFIX::concat).collect(Collectors.toUnmodifiableSet());
  }

  /** Reads the processor's options. */
  static FileOptions of(Options options) {
    SortedMap<String, String> patterns = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    for (String name : NAMES) {
      options
          .get(PREFIX + name)
          .ifPresent(
              pattern -> {
                problem(name, pattern).forEach(problems::add);
                patterns.put(name, pattern);
              });
    }
    return new FileOptions(patterns, problems.stream().sorted().toList());
  }

  private static Stream<String> problem(String name, String pattern) {
    if (name.equals(MULTIPLE_FILES)) {
      return pattern.matches("true|false")
          ? Stream.empty()
          : Stream.of(PREFIX + name + " is neither true nor false");
    }
    return PLACEHOLDER
        .matcher(pattern)
        .results()
        .map(placeholder -> placeholder.group())
        .filter(text -> !KNOWN.matcher(text).matches())
        .map(text -> PREFIX + name + " has the placeholder " + text + ", which there is not");
  }

  /**
   * The options of a file, sorted by name.
   *
   * @param javaPackage the Java package of what the file is made from
   */
  SortedMap<String, Object> of(String path, String packageName, String javaPackage) {
    String file = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    SortedMap<String, Object> options = new TreeMap<>();
    options.put(MULTIPLE_FILES, true);
    options.put("java_outer_classname", ProtoNames.pascal(file) + "Proto");
    options.put("java_package", ProtoNames.javaPackage(javaPackage));
    patterns.forEach(
        (name, pattern) ->
            options.put(
                name,
                name.equals(MULTIPLE_FILES)
                    ? Boolean.valueOf(pattern)
                    : filled(pattern, file, packageName, javaPackage)));
    return options;
  }

  /** The same as protobuf's descriptors have them. */
  static DescriptorProtos.FileOptions descriptor(SortedMap<String, Object> options) {
    DescriptorProtos.FileOptions.Builder descriptor = DescriptorProtos.FileOptions.newBuilder();
    options.forEach(
        (name, value) -> {
          FieldDescriptor field =
              DescriptorProtos.FileOptions.getDescriptor().findFieldByName(name);
          descriptor.setField(field, value);
        });
    return descriptor.build();
  }

  private static String filled(
      String pattern, String file, String packageName, String javaPackage) {
    return KNOWN
        .matcher(pattern)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(value(found.group(), file, packageName, javaPackage)));
  }

  private static String value(
      String placeholder, String file, String packageName, String javaPackage) {
    if (placeholder.equals("{java}")) {
      return javaPackage;
    }
    if (placeholder.equals("{file}")) {
      return ProtoNames.pascal(file);
    }
    String separator = placeholder.substring("{package".length(), placeholder.length() - 1);
    return Arrays.stream(packageName.split("\\."))
        .map(word -> placeholder.startsWith("{P") ? capitalized(word) : word)
        .collect(Collectors.joining(separator));
  }

  private static String capitalized(String word) {
    return Stream.of(word.split("_"))
        .filter(part -> !part.isEmpty())
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
        .collect(Collectors.joining());
  }
}
