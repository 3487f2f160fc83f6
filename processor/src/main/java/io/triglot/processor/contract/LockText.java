package io.triglot.processor.contract;

import io.triglot.processor.contract.Permission.Accepted;
import io.triglot.processor.contract.Permission.Moved;
import io.triglot.processor.contract.Permission.Renamed;
import io.triglot.processor.contract.Permission.Unpublished;
import io.triglot.processor.model.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a lock: a Java type, below it the blocks that are made from it, below these their
 * members, one on a line.
 */
public final class LockText {
  private static final String FORMAT = "format 1";
  private static final String HEADER =
      """
      # What clients of this module rely on. Commit this file; docs/lock.md tells how to read it.
      # Triglot writes it on demand: mvn clean compile -Dtriglot.lock=write

      """;
  private static final Pattern BLOCK = Pattern.compile(" {2}(rest|graphql|grpc) (\\w+) (\\S.*)");
  private static final Pattern MEMBER = Pattern.compile(" {4}(\\S[^:]*): ?(.*)");
  private static final Pattern ACCEPT = Pattern.compile("accept (\\S.*) \"(.+)\"");
  private static final Pattern RENAME = Pattern.compile("rename (\\S+) (\\S+) -> (\\S+) \"(.+)\"");
  private static final Pattern TYPE = Pattern.compile("rename type (\\S+) -> (\\S+) \"(.+)\"");
  private static final Pattern OPERATION =
      Pattern.compile("rename operation (\\S+) (\\S+) -> (\\S+) \"(.+)\"");
  private static final Pattern UNPUBLISHED = Pattern.compile("unpublished (\\S+)");
  private static final Pattern OWNER = Pattern.compile("[\\p{L}_$][^\\s\"]*");

  private final SortedMap<BlockName, Block> blocks = new TreeMap<>();
  private final List<Permission> permissions = new ArrayList<>();
  private String owner = "";
  private Optional<BlockName> block = Optional.empty();

  private LockText() {}

  /** The lock as text. */
  public static String print(Lock lock) {
    StringBuilder text = new StringBuilder(HEADER).append(FORMAT).append('\n');
    lock.permissions().stream()
        .map(Permission::line)
        .sorted()
        .forEach(line -> text.append(line).append('\n'));
    SortedMap<String, List<Block>> byOwner = new TreeMap<>();
    lock.blocks()
        .values()
        .forEach(each -> byOwner.computeIfAbsent(each.owner(), any -> new ArrayList<>()).add(each));
    byOwner.forEach(
        (type, owned) -> {
          text.append('\n').append(type).append('\n');
          owned.forEach(each -> print(each, text));
        });
    return text.toString();
  }

  /** The lines of a block. */
  static void print(Block block, StringBuilder text) {
    text.append("  ").append(block.name()).append('\n');
    block
        .members()
        .forEach(
            (member, value) ->
                text.append(("    " + member + ": " + value).stripTrailing()).append('\n'));
  }

  /**
   * The lock that a text holds.
   *
   * @throws LockSyntaxException if there is a line that no lock has
   */
  public static Lock parse(String text) {
    LockText reader = new LockText();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).stripTrailing();
      if (!line.isEmpty() && !line.startsWith("#") && !reader.read(line)) {
        throw new LockSyntaxException(i + 1, line);
      }
    }
    return new Lock(reader.blocks, reader.permissions);
  }

  private boolean read(String line) {
    return line.equals(FORMAT)
        || permission(ACCEPT, line, found -> new Accepted(found.group(1), found.group(2)))
        || permission(TYPE, line, LockText::type)
        || permission(OPERATION, line, LockText::operation)
        || permission(RENAME, line, LockText::renamed)
        || permission(UNPUBLISHED, line, found -> new Unpublished(found.group(1)))
        || readMember(line)
        || readBlock(line)
        || readOwner(line);
  }

  private static Permission renamed(MatchResult found) {
    return new Renamed(found.group(1), found.group(2), found.group(3), found.group(4));
  }

  private static Permission type(MatchResult found) {
    return new Moved(Optional.empty(), found.group(1), found.group(2), found.group(3));
  }

  private static Permission operation(MatchResult found) {
    return new Moved(Optional.of(found.group(1)), found.group(2), found.group(3), found.group(4));
  }

  private boolean permission(
      Pattern pattern, String line, Function<MatchResult, Permission> permission) {
    Matcher found = pattern.matcher(line);
    return found.matches() && permissions.add(permission.apply(found.toMatchResult()));
  }

  private boolean readOwner(String line) {
    owner = line;
    block = Optional.empty();
    return OWNER.matcher(line).matches();
  }

  private boolean readBlock(String line) {
    Matcher found = BLOCK.matcher(line);
    if (!found.matches() || owner.isEmpty()) {
      return false;
    }
    Protocol protocol = Protocol.valueOf(found.group(1).toUpperCase(Locale.ROOT));
    BlockName name = new BlockName(protocol, found.group(2), found.group(3));
    block = Optional.of(name);
    return blocks.put(name, new Block(name, owner, new TreeMap<>())) == null;
  }

  private boolean readMember(String line) {
    Matcher found = MEMBER.matcher(line);
    Block known = block.map(blocks::get).orElse(null);
    if (!found.matches() || known == null) {
      return false;
    }
    SortedMap<String, String> members = new TreeMap<>(known.members());
    boolean isNew = members.put(found.group(1), found.group(2)) == null;
    blocks.put(known.name(), known.with(members));
    return isNew;
  }
}
