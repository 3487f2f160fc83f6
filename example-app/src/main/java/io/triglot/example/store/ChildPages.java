package io.triglot.example.store;

import io.triglot.Cursor;
import io.triglot.Page;
import io.triglot.PageRequest;
import java.time.Instant;
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
        ("select * from (select c.*, row_number() over"
                + " (partition by parent_id order by sort_at #order#, sort_id #order#) as place"
                + " from (#children#) c where parent_id = any(:parents)"
                + (page.from().isEmpty() ? "" : " and (sort_at, sort_id) #beyond# (:at, :id)")
                + ") numbered where place <= :limit order by parent_id, place")
            .replace("#children#", children)
            .replace("#order#", page.isBackwards() ? "asc" : "desc")
            .replace("#beyond#", page.isBackwards() ? ">" : "<");
    Map<String, List<Child<T>>> found =
        tx.createQuery(sql)
            .bindArray("parents", String.class, parents.toArray())
            .bind("at", page.from().map(at -> at.value(0, Instant::parse)).orElse(null))
            .bind("id", page.from().map(at -> at.value(1, String::valueOf)).orElse(null))
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
