package com.nexway.dmp.adapter.source.database;

import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.value.Form;
import com.nexway.dmp.adapter.value.Forms;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.value.Values;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How the rows of a shop's database are read, from a file in routes/sources/ on the template {@code
 * database}.
 *
 * @param name the source's name
 * @param shop the shop whose records it brings; sources of one shop speak of the same records
 * @param mapping the mapping of its records
 * @param database the database's name in config/adapter.yaml, {@code databases:}
 * @param query the merchant's SELECT, to the letter
 * @param timeColumn the column of the query that says when a record changed last
 * @param idColumn the column of the query that identifies a record; rows that share it are one
 * @param schedule when it is read
 * @param start where the first run begins
 * @param overlap how far behind the cursor each run begins, for rows that were committed late
 * @param zone the zone of times of the database that name none, of cron and of start
 * @param queryTimeout how long one question may take
 */
public record DatabaseSettings(
    String name,
    String shop,
    String mapping,
    String database,
    String query,
    String timeColumn,
    String idColumn,
    Schedule schedule,
    Start start,
    Duration overlap,
    ZoneId zone,
    Duration queryTimeout)
    implements SourceSettings {

  private static final Key<String> DATABASE =
      Key.unset(
          "database",
          Forms.word("a name below databases: in config/adapter.yaml"),
          "The database that is read.");
  private static final Key<String> QUERY =
      Key.unset(
          "query",
          Forms.anything("one SELECT without ORDER BY"),
          "What is read, to the letter. Rows of one id are one record, sorted by its columns from"
              + " the left.");
  private static final Key<String> TIME_COLUMN =
      Key.unset(
          "time-column",
          column(),
          "The column of the query that says when a record changed last; the same for all rows of"
              + " one id.");
  private static final Key<String> ID_COLUMN =
      Key.unset("id-column", column(), "The column of the query that identifies a record.");
  private static final Key<ZoneId> ZONE =
      Key.unset(
          "zone",
          Forms.zone(),
          "The time zone of times of the database that name none, of cron and of start; by itself"
              + " that of the mapping.");
  private static final Key<Duration> OVERLAP =
      Key.of(
          "overlap",
          Forms.time("0s", "7d"),
          "2m",
          "How far behind the cursor each run begins, for rows that were committed late.");
  private static final Key<Duration> QUERY_TIMEOUT =
      Key.of("query-timeout", Forms.time("1s", "1h"), "60s", "How long one query may take.");

  /** What a source may set. */
  public static final List<Key<?>> KEYS =
      List.of(
          MAPPING,
          SHOP,
          DATABASE,
          QUERY,
          TIME_COLUMN,
          ID_COLUMN,
          Schedule.EVERY,
          Schedule.CRON,
          ZONE,
          Start.START,
          OVERLAP,
          QUERY_TIMEOUT);

  /**
   * Reads the parameters of a source.
   *
   * @param name the source's name
   * @param values its parameters, where all that is wrong is noted
   * @param zoneOfMapping the zone where none is given
   * @return empty where anything is wrong
   */
  public static Optional<DatabaseSettings> from(String name, Values values, ZoneId zoneOfMapping) {
    ZoneId zone = values.find(ZONE).orElse(zoneOfMapping);
    DatabaseSettings settings =
        new DatabaseSettings(
            name,
            values.find(SHOP).orElse(name),
            values.need(MAPPING, ""),
            values.need(DATABASE, ""),
            query(values),
            values.need(TIME_COLUMN, ""),
            values.need(ID_COLUMN, ""),
            Schedule.read(values, zone),
            Start.read(values, zone),
            values.get(OVERLAP),
            zone,
            values.get(QUERY_TIMEOUT));
    return values.fine() ? Optional.of(settings) : Optional.empty();
  }

  @Override
  public String waiting() {
    return "waiting for its first run";
  }

  /** A plain word, or a name in the database's own quotes. */
  private static Form<String> column() {
    return Forms.word(
        "the name of one column of the query",
        text -> text.matches("[\\p{L}\\p{M}\\p{N}_$]+|\"[^\"]+\"|`[^`]+`|\\[[^\\]]+]"));
  }

  /** The merchant's SELECT to the letter, but for a semicolon at its end. */
  String select() {
    return SelectText.of(query).text();
  }

  /** What in the query answers differently from one run to the next, in words. */
  public List<String> risks() {
    return SelectText.of(query).risks();
  }

  private static String query(Values values) {
    String query = values.need(QUERY, "");
    if (!query.isBlank()) {
      SelectText.of(query)
          .refusal()
          .ifPresent(why -> values.wrong(QUERY, " must be one SELECT, and read only: " + why));
    }
    return query;
  }
}
