package com.nexway.dmp.adapter.source.database;

import com.nexway.dmp.adapter.source.Parameters;
import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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

  /**
   * Reads the parameters of a source.
   *
   * @param name the source's name
   * @param given the parameters by name, the template's defaults among them
   * @param zoneOfMapping the zone where none is given
   * @param problems all that is wrong is added here
   * @return empty where anything is wrong
   */
  public static Optional<DatabaseSettings> from(
      String name,
      Map<String, YamlNode.Scalar> given,
      ZoneId zoneOfMapping,
      List<FileProblem> problems) {
    Parameters values = new Parameters(name, given, problems);
    ZoneId zone = values.zone("zone", zoneOfMapping);
    DatabaseSettings settings =
        new DatabaseSettings(
            name,
            values.name("shop"),
            values.needed("mapping"),
            values.needed("database"),
            query(values),
            column(values, "time-column"),
            column(values, "id-column"),
            Schedule.read(values, zone),
            Start.read(values, zone),
            values.duration("overlap", Duration.ZERO, Duration.ofDays(7)),
            zone,
            values.duration("query-timeout", Duration.ofSeconds(1), Duration.ofHours(1)));
    return values.fine() ? Optional.of(settings) : Optional.empty();
  }

  @Override
  public String waiting() {
    return "waiting for its first run";
  }

  /** A plain word, or a name in the database's own quotes. */
  private static String column(Parameters values, String name) {
    String column = values.needed(name);
    if (!column.isEmpty()
        && !column.matches("[\\p{L}\\p{M}\\p{N}_$]+|\"[^\"]+\"|`[^`]+`|\\[[^\\]]+]")) {
      values.wrong(name, "is the name of one column of the query, not '" + column + "'");
    }
    return column;
  }

  /** The merchant's SELECT to the letter, but for a semicolon at its end. */
  String select() {
    return SelectText.of(query).text();
  }

  /** What in the query answers differently from one run to the next, in words. */
  public List<String> risks() {
    return SelectText.of(query).risks();
  }

  private static String query(Parameters values) {
    values.needed("query");
    String query = values.text("query");
    if (!query.isBlank()) {
      SelectText.of(query)
          .refusal()
          .ifPresent(why -> values.wrong("query", "is one SELECT, and reads only: " + why));
    }
    return query;
  }
}
