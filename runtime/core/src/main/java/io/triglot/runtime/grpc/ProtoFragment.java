package io.triglot.runtime.grpc;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service's part of the module's protobuf contract: files, each after a line {@code === path}.
 */
final class ProtoFragment {
  private static final Pattern FILE = Pattern.compile("(?ms)^=== (\\S+)\\n(.*?)(?=^=== |\\z)");

  private ProtoFragment() {}

  /** The {@code .proto} files in a fragment by their import paths. */
  static SortedMap<String, String> protoFiles(String fragment) {
    SortedMap<String, String> files = new TreeMap<>();
    Matcher file = FILE.matcher(fragment);
    while (file.find()) {
      if (file.group(1).endsWith(".proto")) {
        files.put(file.group(1), file.group(2));
      }
    }
    return files;
  }
}
