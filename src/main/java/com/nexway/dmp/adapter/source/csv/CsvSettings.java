package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.value.Forms;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.value.Values;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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

  private static final Key<String> FOLDER =
      Key.of(
          "folder",
          Forms.word("a folder below drop/, such as customers", CsvSettings::isFolder),
          "{{source}}",
          "The folder below drop/ that is watched.");
  private static final Key<String> FILES =
      Key.of(
          "files",
          Forms.word("a pattern of file names; capitals make no difference"),
          "*.csv",
          "Which files are taken, such as *.csv or full-*.{csv,txt}.");
  private static final Key<Duration> LOOK_EVERY =
      Key.of("look-every", Forms.time("100ms", "1d"), "5s", "How often the folder is looked at.");
  private static final Key<Duration> SETTLE_TIME =
      Key.of(
          "settle-time",
          Forms.time("0s", "1d"),
          "10s",
          "How long a file must keep its size and date before it is taken.");
  private static final Key<String> MARKER =
      Key.unset(
          "marker",
          Forms.word(
              "an ending such as .ok; empty for none",
              text -> text.matches("(\\.[A-Za-z0-9_-]{1,20})?")),
          "The ending of a second file that says that the first is complete.");
  private static final Key<String> CHARSET =
      Key.of(
          "charset",
          Forms.word("a character set such as " + String.join(", ", Charsets.USUAL)),
          "UTF-8",
          "The character set of files without a byte order mark. UTF-8 is known where windows-1252"
              + " and its like are said.");
  private static final Key<String> DELIMITER =
      Key.of(
          "delimiter",
          Forms.anything("one of auto, comma, semicolon, tab, pipe, or the character itself"),
          "auto",
          "What stands between the columns. With auto, a line sep=; or the header tells.");
  private static final Key<String> GROUP =
      Key.unset(
          "group",
          Forms.word("the name of a column; empty where each line is a record"),
          "The column that the lines of one record share, such as order_id, wherever they stand.");
  private static final Key<List<String>> EMPTY =
      Key.of(
          "empty-words",
          Forms.list("a text", 100, text -> true),
          String.join(", ", EMPTY_WORDS),
          "What stands for no value in a column, as database exports write it.");
  private static final Key<Lane> LANE =
      Key.of(
          "lane",
          Forms.choice(Lane.class),
          "live",
          "How urgent its records are. With backfill they are history, sent behind everything"
              + " else.");
  private static final Key<String> BACKFILL_FILES =
      Key.unset(
          "backfill-files",
          Forms.word("a pattern of file names; empty for none"),
          "Which files are history, such as full-*.csv.");
  private static final Key<Long> MAX_FILE =
      Key.of(
          "max-file", Forms.size("1B", "100GB"), "4GB", "The longest file that is read, unpacked.");

  /** What a source may set. */
  public static final List<Key<?>> KEYS =
      List.of(
          MAPPING,
          SHOP,
          FOLDER,
          FILES,
          LOOK_EVERY,
          SETTLE_TIME,
          MARKER,
          CHARSET,
          DELIMITER,
          GROUP,
          EMPTY,
          HeaderPlace.HEADER,
          LANE,
          BACKFILL_FILES,
          MAX_FILE);

  /**
   * Reads the parameters of a source.
   *
   * @param name the source's name
   * @param values its parameters, where all that is wrong is noted
   * @return empty where anything is wrong
   */
  public static Optional<CsvSettings> from(String name, Values values) {
    CsvSettings settings =
        new CsvSettings(
            name,
            values.find(SHOP).orElse(name),
            values.need(MAPPING, ""),
            values.find(FOLDER).orElse(name),
            values.make(FILES, FilePattern::of).orElse(FilePattern.NONE),
            values.find(MARKER).orElse(""),
            values.get(SETTLE_TIME),
            values.make(CHARSET, Charsets::of).orElse(StandardCharsets.UTF_8),
            values.make(DELIMITER, Delimiter::of).orElse(Delimiter.AUTO),
            values.find(GROUP).orElse(""),
            values.get(EMPTY),
            HeaderPlace.read(values),
            values.get(LANE),
            values.make(BACKFILL_FILES, FilePattern::of).orElse(FilePattern.NONE),
            values.get(MAX_FILE),
            BATCH);
    values.get(LOOK_EVERY);
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

  private static boolean isFolder(String text) {
    return !text.isEmpty()
        && !text.startsWith("/")
        && !text.contains("\\")
        && !text.contains(":")
        && Stream.of(text.split("/")).noneMatch(part -> part.startsWith("."));
  }
}
