package io.triglot.processor.backend.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FileDescriptor;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The messages that stand for collections inside of collections, judged by protoc. */
class NestedMessagesTest {
  private static final String[] SOURCES = {
    """
    package com.acme;

    import java.util.List;
    import java.util.Map;

    public record Board(
        Map<String, Integer> scores, List<List<String>> rows, Map<String, List<Map<String, Row>>> deep,
        RowsElement rowsElement, ScoresEntry entry, List<List<ValuesEntry>> more,
        Object any, Map<String, Object> members) {
      public record Row(int x) {}
      public record RowsElement(int x) {}
      public record ScoresEntry(int x) {}
      public record ValuesEntry(int x) {}
    }
    """,
    """
    package com.acme;

    import io.triglot.ApiOperation;
    import java.util.List;

    public class Boards {
      @ApiOperation("POST /boards")
      public List<List<Board>> echoBoards(List<Board[]> boards) {
        return List.of();
      }
    }
    """
  };

  @TempDir Path directory;

  @Test
  void areEmbeddedAsProtocReadsThem() throws ReflectiveOperationException {
    Compilation compilation = TestCompiler.javac(directory).compile(SOURCES).requireSuccess();
    Map<String, FileDescriptor> byProtoc = Protoc.compile(compilation.classes());
    for (Map.Entry<String, String> holder :
        Map.of(
                "acme/v1/board.proto", "com.acme.BoardProto",
                "acme/v1/boards_service.proto", "com.acme.BoardsProto")
            .entrySet()) {
      FileDescriptor embedded =
          (FileDescriptor)
              compilation.loader().loadClass(holder.getValue()).getMethod("file").invoke(null);
      assertThat(embedded.toProto()).isEqualTo(byProtoc.get(holder.getKey()).toProto());
    }
  }

  @Test
  void doNotHideTypesOfTheUser() {
    assertThat(
            TestCompiler.javac(directory)
                .compile(SOURCES)
                .requireSuccess()
                .resource("acme/v1/board.proto"))
        .contains(
            "repeated RowsElement rows = 2;",
            ".acme.v1.RowsElement rows_element = 4;",
            ".acme.v1.ScoresEntry entry = 5;");
  }
}
