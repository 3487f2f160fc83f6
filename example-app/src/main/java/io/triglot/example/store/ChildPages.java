package io.triglot.example.store;

import io.triglot.Cursor;
import io.triglot.Page;
import io.triglot.PageRequest;
import io.triglot.example.store.SortOrder.Column;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Pages of what several parents have, a page of each parent, by one query. */
public final class ChildPages {
  private static final SortOrder LATEST_FIRST =
      SortOrder.latestFirst(Column.moment("sort_at"), Column.text("sort_id"));

  private ChildPages() {}

  /** One that belongs to a parent, and where it stands in the parent's list. */
  private record Child<T>(String parent, Cursor place, T value) {}

  /**
   * A page of each parent's children, the latest first.
   *
   * @param children selects all of them, with the columns {@code parent_id}, {@code sort_at} and,
   *     for those of one moment, {@code sort_id}
   * @return a page for each parent
   */
  public static <T> Map<String, Page<T>> latestFirst(
      Handle tx, String children, Collection<String> parents, PageRequest page, RowMapper<T> row) {
    int size = page.size(20, 100);
    String sql =
        "select * from (select c.*, row_number() over (partition by parent_id"
            + LATEST_FIRST.orderBy(page)
            + ") as place from ("
            + children
            + ") c where parent_id = any(:parents)"
            + LATEST_FIRST.andBeyond(page)
            + ") numbered where place <= :limit order by parent_id, place";
    Map<String, List<Child<T>>> found =
        LATEST_FIRST
            .bind(tx.createQuery(sql), page)
            .bindArray("parents", String.class, parents.toArray())
            .bind("limit", size + 1)
            .map(
                (rows, context) ->
                    new Child<>(
                        rows.getString("parent_id"),
                        Cursor.of(
                            rows.getObject("sort_at", OffsetDateTime.class).toInstant(),
                            rows.getString("sort_id")),
                        row.map(rows, context)))
            .collect(Collectors.groupingBy(Child::parent));
    Map<String, Page<T>> pages = new LinkedHashMap<>();
    for (String parent : parents) {
      List<Child<T>> its = found.getOrDefault(parent, List.of());
      pages.put(parent, Page.of(page, size, its, Child::place).map(Child::value));
    }
    return pages;
  }
}
