package com.nexway.dmp.adapter.source.database;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A way through the records of a query, page after page. */
final class Walk {
  private final DatabaseLimits limits;
  private final Query query;
  private final Order order;
  private final @Nullable String since;
  private final @Nullable Instant start;
  private @Nullable Cursor behind;
  private int rows;
  private boolean full = true;

  Walk(Query query, Order order, RunStart from) {
    this.limits = query.limits();
    this.query = query;
    this.order = order;
    this.since = from.since();
    this.start = from.start();
    this.behind = from.behind();
    this.rows = limits.firstRows();
  }

  /** Asks for the next page. */
  Question ask() {
    if (behind != null) {
      return query.behind(behind, rows, order);
    }
    return start == null ? query.since(since, rows, order) : query.start(start, rows, order);
  }

  /**
   * Reads the page that was asked for.
   *
   * @return its records that are whole; null where the first has more rows than that, and is to be
   *     asked for again
   * @throws SQLException where the rows end early, or do not go on
   */
  @Nullable List<RowsOfOne> answer(Iterator<Map<String, Object>> found) throws SQLException {
    Page page = Page.read(query, found);
    full = page.cut() || page.rows() >= rows;
    if (full && !page.cut() && page.groups().size() == 1) {
      if (page.rows() <= limits.groupRows()) {
        rows = Math.min(rows * 4, limits.groupRows() + 1);
        return null;
      }
      page.groups().get(0).refuseSize(limits.groupRows());
    }
    List<RowsOfOne> groups = full ? page.whole() : page.groups();
    rows = limits.next(page.rows(), page.bytes());
    if (!groups.isEmpty()) {
      goOn(groups.get(groups.size() - 1).cursor());
    }
    return groups;
  }

  /** A page that ends where the one before it ended would be read for ever. */
  private void goOn(Cursor last) throws SQLException {
    if (last.equals(behind)) {
      DatabaseSettings settings = query.settings();
      throw new QueryRefused(
          ("page after page ends with the same record (id %s, %s %s), for the database does not find"
                  + " what lies behind it; let the query make the column of the id a plain text or"
                  + " number, as in CAST(%4$s AS CHAR(40)) AS %4$s")
              .formatted(last.id(), settings.timeColumn(), last.time(), settings.idColumn()));
    }
    behind = last;
  }

  /** Takes some records of the last page for unread: the next one begins behind another. */
  void goBackTo(Cursor last) {
    behind = last;
  }

  /** Whether there may be another page. */
  boolean goesOn() {
    return full;
  }
}
