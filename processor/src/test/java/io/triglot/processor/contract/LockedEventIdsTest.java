package io.triglot.processor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lock has of the ids of events, after which clients go on. */
class LockedEventIdsTest {
  private static final String ID = "@ApiField(eventId = true) ";
  private static final String SOURCE =
      """
      package com.acme.news;

      import io.triglot.*;
      import java.util.concurrent.Flow;
      import org.jspecify.annotations.*;

      @NullMarked
      public interface NewsService {
        record Item(@ApiField(eventId = true) String key, String text) {}

        @ApiOperation("GET /news")
        Flow.Publisher<Item> items(@ApiField(eventId = true) @Nullable String after);
      }
      """;

  private LockedModule module;

  @BeforeEach
  void lock(@TempDir Path directory) {
    module = new LockedModule(directory, CompilerKind.JAVAC);
    module.write(SOURCE);
  }

  @Test
  void standInIt() {
    assertThat(module.lock())
        .contains("@event: key\n", "header Last-Event-ID: string\n", "query after: string\n");
    module.compile("strict", SOURCE).requireSuccess();
  }

  @Test
  void areNotTakenFromClientsThatGoOn() {
    Compilation changed = module.compile("read", SOURCE.replace(ID, ""));

    assertThat(changed.success()).isFalse();
    assertThat(changed.diagnostics().toString())
        .contains("[TriglotContractBroken]", "header Last-Event-ID is gone");
  }

  @Test
  void areNotAnotherPropertyForClientsThatGoOn() {
    Compilation changed =
        module.compile(
            "read",
            SOURCE.replace(ID + "String key, String text", "String key, " + ID + "String text"));

    assertThat(changed.success()).isFalse();
    assertThat(changed.diagnostics().toString())
        .contains("[TriglotContractBroken]", "@event", "key", "text");
  }

  @Test
  void mayCome(@TempDir Path other) {
    module = new LockedModule(other, CompilerKind.JAVAC);
    module.write(SOURCE.replace(ID, ""));

    module.compile("read", SOURCE).requireSuccess();
  }
}
