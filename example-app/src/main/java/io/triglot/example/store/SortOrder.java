package io.triglot.example.store;

import io.triglot.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/**
 * The order of a list that is read page by page: by columns whose values make the cursor, and of
 * which the last one tells rows apart. It gives a query its place in the list, and turns it round
 * where a page is asked for backwards.
 *
 * @param columns what the rows are sorted by
 * @param latestFirst whether the list begins with the greatest values
 */
public record SortOrder(List<Column> columns, boolean latestFirst) {
  /**
   * A column.
   *
   * @param value the value that a cursor has for it
   */
  public record Column(String name, Function<String, ?> value) {
    /** A column of text. */
    public static Column text(String name) {
      return new Column(name, text -> text);
    }

    /** A column of whole numbers. */
    public static Column number(String name) {
      return new Column(name, Long::valueOf);
    }

    /** A column of moments. */
    public static Column moment(String name) {
      return new Column(name, Instant::parse);
    }
  }

  /** The list that begins with the least values. */
  public static SortOrder ascending(Column... columns) {
    return new SortOrder(List.of(columns), false);
  }

  /** The list that begins with the greatest values. */
  public static SortOrder latestFirst(Column... columns) {
    return new SortOrder(List.of(columns), true);
  }

  /** The condition that rows are beyond the page's cursor; nothing where it has none. */
  public String andBeyond(PageRequest page) {
    if (page.from().isEmpty()) {
      return "";
    }
    List<String> places = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      places.add(":place" + i);
    }
    return " and (%s) %s (%s)"
        .formatted(
            columns.stream().map(Column::name).collect(Collectors.joining(", ")),
            isDescending(page) ? "<" : ">",
            String.join(", ", places));
  }

  /** The clause that sorts the rows, the nearest one first. */
  public String orderBy(PageRequest page) {
    String direction = isDescending(page) ? " desc" : " asc";
    return " order by "
        + columns.stream().map(each -> each.name() + direction).collect(Collectors.joining(", "));
  }

  /** Binds the values of the page's cursor. */
  public Query bind(Query query, PageRequest page) {
    for (int i = 0; i < columns.size() && page.from().isPresent(); i++) {
      query.bind("place" + i, page.from().get().value(i, columns.get(i).value()));
    }
    return query;
  }

  private boolean isDescending(PageRequest page) {
    return latestFirst != page.isBackwards();
  }
}
