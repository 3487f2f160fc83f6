package io.triglot.hosts.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.hosts.road.MigrationPage.Code;
import io.triglot.hosts.road.MigrationPage.Section;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sources of an application, as far as it has come on its way. Pages leave packages and imports
 * out.
 */
record Application(Map<String, String> sources) {
  private static final Path BEFORE = Path.of("src/test/resources/road/com/acme/orders");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package com\\.acme\\.orders;\n");
  private static final Pattern TYPE = Pattern.compile("(?m)^(?:public )?(?:class|record) (\\w+)");
  private static final String IMPORTS =
      """

      import com.google.rpc.*;
      import io.grpc.*;
      import io.grpc.protobuf.*;
      import io.grpc.stub.*;
      import io.micrometer.core.instrument.*;
      import io.triglot.*;
      import io.triglot.hosting.*;
      import io.triglot.hosting.jersey.*;
      import io.triglot.runtime.*;
      import io.triglot.runtime.adoption.*;
      import io.triglot.runtime.grpc.*;
      import io.triglot.runtime.parity.*;
      import io.triglot.runtime.rest.*;
      import io.triglot.runtime.telemetry.*;
      import jakarta.inject.*;
      import jakarta.ws.rs.*;
      import jakarta.ws.rs.container.*;
      import jakarta.ws.rs.core.*;
      import jakarta.ws.rs.ext.*;
      import jakarta.ws.rs.core.Context;
      import jakarta.ws.rs.ext.Provider;
      import io.grpc.Status;
      import java.net.URI;
      import java.util.*;
      import org.glassfish.grizzly.http.server.HttpServer;
      import org.glassfish.hk2.utilities.binding.AbstractBinder;
      import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
      import org.glassfish.jersey.jackson.JacksonFeature;
      import org.glassfish.jersey.server.ResourceConfig;
      """;

  /** The application before its first step. */
  static Application before() {
    try (Stream<Path> files = Files.list(BEFORE)) {
      return new Application(
          files.collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  Application::read,
                  (one, other) -> one,
                  TreeMap::new)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The application after what a section shows: classes are added, differences applied. */
  Application after(Section section) {
    Map<String, String> changed = new TreeMap<>(sources);
    for (Code code : section.code()) {
      switch (code.language()) {
        case "java" -> add(code.text(), changed);
        case "diff" ->
            Stream.of(code.text().split("(?m)^…\n")).forEach(hunk -> apply(hunk, changed));
        default -> {}
      }
    }
    assertThat(changed)
        .as(section.place() + " has code that changes something")
        .isNotEqualTo(sources);
    return new Application(changed);
  }

  private static void add(String type, Map<String, String> sources) {
    Matcher name = TYPE.matcher(type);
    assertThat(name.find()).as("a class: " + type).isTrue();
    sources.put(name.group(1), "package com.acme.orders;\n" + type);
  }

  /** Applies a part of a difference, which fits into one place of one source. */
  private static void apply(String hunk, Map<String, String> sources) {
    String before = side(hunk, '-');
    List<String> places =
        sources.keySet().stream()
            .filter(name -> ("\n" + sources.get(name)).contains("\n" + before))
            .toList();
    assertThat(places).as("where this fits:\n" + hunk).hasSize(1);
    String name = places.get(0);
    String text = sources.get(name);
    int at = ("\n" + text).indexOf("\n" + before);
    assertThat(text.indexOf(before, at + 1)).as("fits twice:\n" + hunk).isNegative();
    sources.put(
        name, text.substring(0, at) + side(hunk, '+') + text.substring(at + before.length()));
  }

  private static String side(String hunk, char mark) {
    return hunk.lines()
        .filter(line -> line.isEmpty() || line.charAt(0) == ' ' || line.charAt(0) == mark)
        .map(line -> (line.isEmpty() ? line : line.substring(1)) + "\n")
        .collect(Collectors.joining());
  }

  /** Compiles it, with the processor. */
  Compilation compile(Path directory) {
    return TestCompiler.javac(directory)
        .allowingWarnings()
        .compile(
            sources.values().stream()
                .map(
                    text ->
                        PACKAGE.matcher(text).replaceFirst("package com.acme.orders;" + IMPORTS))
                .toArray(String[]::new));
  }
}
