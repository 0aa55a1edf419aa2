package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one transaction changes in the numbers per source. */
final class Tally {
  private record Place(String source, Counted what) {}

  private final Map<Place, Long> changes = new LinkedHashMap<>();

  void add(String source, Counted what, long by) {
    changes.merge(new Place(source, what), by, Long::sum);
  }

  void store(Session session) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    changes.forEach(
        (place, by) -> {
          if (by != 0) {
            rows.add(new @Nullable Object[] {place.source, place.what, by});
          }
        });
    session.updateEach(
        """
        INSERT INTO tally (source, what, number) VALUES (?, ?, ?)
        ON CONFLICT (source, what) DO UPDATE SET number = tally.number + excluded.number
        """,
        rows);
  }

  static List<Count> all(Session session) {
    return session.query(
        "SELECT source, what, number FROM tally ORDER BY source, what",
        row -> new Count(row.text("source"), row.one("what", Counted.class), row.number("number")));
  }
}
