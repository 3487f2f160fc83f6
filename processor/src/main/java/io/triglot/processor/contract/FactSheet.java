package io.triglot.processor.contract;

import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Protocol;
import java.util.ArrayList;
import java.util.List;

/** Where a back end notes the facts of its contract, block by block. */
public final class FactSheet {
  private final Protocol protocol;
  private final List<Fact> facts = new ArrayList<>();

  /** An empty sheet. */
  public FactSheet(Protocol protocol) {
    this.protocol = protocol;
  }

  /**
   * Begins a block.
   *
   * @param owner the Java type that it is made from
   * @param origin where to show what happens to the block as a whole
   * @return the fact that the block is there
   */
  public Fact block(String kind, String name, JavaName owner, Origin origin) {
    BlockName block = new BlockName(protocol, kind, name);
    Fact fact = new Fact(owner.canonical(), block, "", "", origin);
    facts.add(fact);
    return fact;
  }

  /** Adds a member that has no origin but its block's. */
  public void add(Fact block, String member, String value) {
    add(block, member, value, block.origin());
  }

  /** Adds a member; a colon in its name is written otherwise, because one ends the name. */
  public void add(Fact block, String member, String value, Origin origin) {
    String key = member.replace("%", "%25").replace(":", "%3A");
    String line = value.replace("\\", "\\\\").replace("\n", "\\n");
    facts.add(new Fact(block.owner(), block.block(), key, line, origin));
  }

  /** All that was noted. */
  public List<Fact> facts() {
    return List.copyOf(facts);
  }
}
