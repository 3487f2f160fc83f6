package com.acme;

import io.triglot.ApiBatch;
import io.triglot.ApiEntity;
import io.triglot.ApiName;
import io.triglot.ApiOperation;
import io.triglot.ApiType;
import io.triglot.runtime.OperationKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@NullMarked
public interface Shelves {
  @ApiType(keys = "id", node = true)
  record Book(String id) {}

  @ApiType(node = true)
  record Keyless(String name) {}

  @ApiType(keys = "code", node = true)
  record Uncertain(@Nullable String code) {}

  @ApiType(keys = {"number", "code"}, node = true)
  record Node(long number, String code) {}

  @ApiType(keys = "missing", node = true)
  record Lost(long number) {}

  record All(Book book, Keyless keyless, Uncertain uncertain, Node node, Lost lost) {}

  @ApiOperation
  All getAll();

  @ApiOperation(kind = OperationKind.QUERY)
  Book node(String id);

  @ApiOperation(name = "nodes", kind = OperationKind.MUTATION)
  Book changeNodes(String id);

  @ApiEntity
  Map<Long, Node> byNumber(Set<Long> numbers);

  @ApiEntity(key = "code")
  Map<String, Node> byCode(Set<String> codes);

  @ApiBatch
  @ApiName(graphql = "id")
  Map<Node, String> id(Set<Node> nodes);
}
