package com.nexway.dmp.adapter.source.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What is known of a file before its first record is handed over.
 *
 * @param hash SHA-256 of its content: the file is the same under any name
 * @param dialect how it is written
 */
public record CsvSurvey(String hash, CsvDialect dialect) {

  /** What a mapping needs of a file. */
  @FunctionalInterface
  public interface ColumnCheck {
    /**
     * What a mapping misses among the columns of a file.
     *
     * @param mapping the mapping's name
     * @param columns the file's columns
     * @return one sentence for each column that is missing
     */
    List<String> missing(String mapping, List<String> columns);
  }

  /** The names of its columns. */
  public List<String> columns() {
    return dialect.columns();
  }

  /** What is odd about its header, as sentences. */
  public List<String> remarks() {
    return dialect.remarks();
  }

  /**
   * Looks through a file.
   *
   * @throws CsvRefused where it must not be read
   */
  static CsvSurvey of(Path file, CsvSettings settings, ColumnCheck check)
      throws IOException, CsvRefused {
    if (Files.size(file) > settings.limits().fileBytes()) {
      throw new CsvRefused(
          "the file is longer than " + settings.limits().fileBytes() + " bytes (max-file)");
    }
    CsvDialect dialect = CsvDialect.of(file, settings);
    List<String> missing = check.missing(settings.mapping(), dialect.columns());
    if (!missing.isEmpty()) {
      throw new CsvRefused(String.join("; ", missing));
    }
    MessageDigest sha = sha256();
    try (InputStream in =
        new DigestInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), sha)) {
      if (settings.grouping().groups() && !settings.grouping().sorts()) {
        checkTogether(in, dialect, settings);
      }
      in.transferTo(OutputStream.nullOutputStream());
    }
    return new CsvSurvey(HexFormat.of().formatHex(sha.digest()), dialect);
  }

  /** An order whose lines are scattered would go out in halves: such a file is not read. */
  private static void checkTogether(InputStream in, CsvDialect dialect, CsvSettings settings)
      throws IOException, CsvRefused {
    RecordScanner rows = dialect.rows(CsvText.reader(in, settings.charset()), settings);
    String column = settings.grouping().column();
    int number = dialect.position(column);
    GroupsSeen seen = new GroupsSeen();
    String last = "";
    RawRecord record = rows.next();
    while (record != null) {
      String group = record.isBad() ? last : group(record, number);
      if (!group.equals(last) && !group.isEmpty() && !seen.add(group)) {
        throw new CsvRefused(
            "line %d belongs to a '%s' that came before: its lines do not stand together; sort the"
                    .formatted(record.line(), column)
                + " file by this column, or set group-order: whole-file");
      }
      last = group.isEmpty() ? last : group;
      record = rows.next();
    }
  }

  static String group(RawRecord record, int number) {
    return CsvText.column(record.text(), number).strip();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** No mapping is known: every file will do. */
  public static ColumnCheck unchecked() {
    return (String mapping, List<String> columns) -> List.of();
  }
}
