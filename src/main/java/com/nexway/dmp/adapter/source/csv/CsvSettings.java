package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.source.Parameters;
import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the CSV files of one drop folder are read, from a file in routes/sources/ on the template
 * {@code csv}.
 *
 * @param name the source's name
 * @param shop the shop whose records it brings; sources of one shop speak of the same records
 * @param mapping the mapping of its records
 * @param folder the folder below drop/
 * @param files which files are taken
 * @param marker the ending of the file that says that another is complete, such as {@code .ok};
 *     empty where there is none
 * @param settleTime how long a file must be left alone before it is taken
 * @param charset of a file that does not begin with a byte order mark
 * @param delimiter between the columns
 * @param group the column that the lines of one record share; empty where each line is one
 * @param emptyWords what stands for no value in a column, to the letter
 * @param headerAt which line names the columns
 * @param lane of all files but those of {@code backfillFiles}
 * @param backfillFiles which files are history
 * @param longestFile the most bytes of one file, unpacked
 * @param batchRecords the most records that are stored in one transaction
 */
public record CsvSettings(
    String name,
    String shop,
    String mapping,
    String folder,
    FilePattern files,
    String marker,
    Duration settleTime,
    Charset charset,
    Delimiter delimiter,
    String group,
    List<String> emptyWords,
    HeaderPlace headerAt,
    Lane lane,
    FilePattern backfillFiles,
    long longestFile,
    int batchRecords)
    implements SourceSettings {
  @Override
  public String waiting() {
    return "waiting for files in drop/" + folder;
  }

  private static final int BATCH = 1_000;

  /** What database exports write where there is no value. */
  private static final List<String> EMPTY_WORDS = List.of("\\N", "NULL", "(null)");

  /**
   * Reads the parameters of a source.
   *
   * @param name the source's name
   * @param given the parameters by name, the template's defaults among them
   * @param problems all that is wrong is added here
   * @return empty where anything is wrong
   */
  public static Optional<CsvSettings> from(
      String name, Map<String, YamlNode.Scalar> given, List<FileProblem> problems) {
    Parameters values = new Parameters(name, given, problems);
    CsvSettings settings =
        new CsvSettings(
            name,
            values.name("shop"),
            values.needed("mapping"),
            folder(values),
            files(values, "files"),
            marker(values),
            values.duration("settle-time", Duration.ZERO, Duration.ofDays(1)),
            Charsets.read(values, "charset"),
            Delimiter.read(values, "delimiter"),
            values.text("group").strip(),
            words(values, "empty-words"),
            HeaderPlace.read(values),
            values.oneOf("lane", Lane.LIVE),
            files(values, "backfill-files"),
            values.size("max-file", 1, 100L << 30),
            BATCH);
    values.duration("look-every", Duration.ofMillis(100), Duration.ofDays(1));
    return values.fine() ? Optional.of(settings) : Optional.empty();
  }

  /**
   * For files of which no source is known.
   *
   * @param group the column that the lines of one record share; empty where each line is one
   * @param charset of a file without a byte order mark; empty for UTF-8
   * @param delimiter between the columns; empty where the header tells
   * @throws IllegalArgumentException where there is no such, with the rule
   */
  public static CsvSettings anyhow(String group, String charset, String delimiter) {
    return new CsvSettings(
        "preview",
        "preview",
        "",
        "",
        FilePattern.of("*"),
        "",
        Duration.ZERO,
        charset.isEmpty() ? StandardCharsets.UTF_8 : Charsets.of(charset),
        delimiter.isEmpty() ? Delimiter.AUTO : Delimiter.of(delimiter),
        group,
        EMPTY_WORDS,
        HeaderPlace.FIRST_LINE,
        Lane.LIVE,
        FilePattern.NONE,
        10L << 30,
        BATCH);
  }

  /** Whether several lines can be one record. */
  public boolean groups() {
    return !group.isEmpty();
  }

  /** The lane of a file's records. */
  public Lane laneOf(String file) {
    return backfillFiles.matches(file) ? Lane.BACKFILL : lane;
  }

  private static List<String> words(Parameters values, String name) {
    return Stream.of(values.text(name).split(","))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  private static String folder(Parameters values) {
    String folder = values.needed("folder");
    if (folder.startsWith("/") || folder.contains("\\") || folder.contains(":")) {
      values.wrong("folder", "is a folder below drop/, such as customers, not '" + folder + "'");
    } else if (List.of(folder.split("/")).stream().anyMatch(part -> part.startsWith("."))) {
      values.wrong("folder", "has no part that begins with a dot, not '" + folder + "'");
    }
    return folder;
  }

  private static FilePattern files(Parameters values, String name) {
    FilePattern pattern = values.value(name, FilePattern::of);
    return pattern == null ? FilePattern.NONE : pattern;
  }

  private static String marker(Parameters values) {
    String marker = values.text("marker").strip();
    if (!marker.isEmpty() && !marker.matches("\\.[A-Za-z0-9_-]{1,20}")) {
      values.wrong("marker", "is an ending such as .ok, not '" + marker + "'");
    }
    return marker;
  }
}
