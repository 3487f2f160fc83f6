package io.triglot.hosts.road;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of {@code docs/migration}: sections with code. */
record MigrationPage(String name, String text) {
  private static final Path PAGES = Path.of("..", "..", "docs", "migration");
  private static final Pattern CODE =
      Pattern.compile("(?ms)^```(java|diff|xml|)\\n(.*?)^```$", Pattern.MULTILINE);
  private static final Pattern HEADING = Pattern.compile("(?m)^(?=##?#? )");

  /** Code between fences; its language is {@code java}, {@code diff}, {@code xml} or none. */
  record Code(String language, String text) {}

  /** A heading and what follows it until the next one; that of the page itself has its title. */
  record Section(String page, String heading, List<Code> code) {
    /** Such as {@code hosting.md, CDI}. */
    String place() {
      return page + ", " + heading;
    }
  }

  static MigrationPage of(String name) {
    try {
      return new MigrationPage(name, Files.readString(PAGES.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<MigrationPage> all() {
    try (Stream<Path> pages = Files.list(PAGES)) {
      return pages.map(page -> of(page.getFileName().toString())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Section> sections() {
    return HEADING
        .splitAsStream(text)
        .filter(section -> section.startsWith("#"))
        .map(
            section ->
                new Section(
                    name,
                    section.lines().findFirst().orElseThrow().replaceFirst("#+ ", ""),
                    CODE.matcher(section)
                        .results()
                        .map(found -> new Code(found.group(1), found.group(2)))
                        .toList()))
        .toList();
  }

  Section section(String heading) {
    return sections().stream()
        .filter(section -> section.heading().equals(heading))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " has no section " + heading));
  }
}
