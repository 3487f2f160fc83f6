package com.acme;

import io.triglot.ApiOperation;
import io.triglot.runtime.OperationKind;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@NullMarked
public class Shop {
  @ApiOperation(kind = OperationKind.QUERY)
  public int count(Tree tree, Chain chain) {
    return 0;
  }

  public record Tree(List<Tree> children, @Nullable Tree parent) {}

  public record Chain(Link link) {}

  public record Link(Chain chain) {}
}
