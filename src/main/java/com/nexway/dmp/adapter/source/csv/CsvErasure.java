package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.files.PrivateFiles;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes the records of somebody out of a CSV file: all lines of a record, wherever one of them
 * mentions the person. Every other byte stays as it was. A file of any length passes through.
 */
public final class CsvErasure {
  private static final String DAMAGED =
      "a line is too long to be taken apart, or the last character is cut";

  private final Path file;
  private final CsvSettings settings;
  private final Predicate<String> mentions;
  private final CsvUnits units;
  private final Layout layout;

  /** How a file is taken apart; a file that has no header is lines alone. */
  private record Layout(char delimiter, int columns, int head, int group) {}

  /** A record, and what stands before it that is none. */
  private record Part(CsvRow record, List<String> before, String text) {}

  private CsvErasure(Path file, CsvSettings settings, Predicate<String> mentions)
      throws IOException {
    this.file = file;
    this.settings = settings;
    this.mentions = mentions;
    this.units = CsvUnits.of(file, settings.charset());
    this.layout = layout();
  }

  /**
   * Takes records out, if there are any.
   *
   * @param settings of the source that read the file
   * @param mentions whether a text is about the person
   * @return how many lines of the file went, line breaks in quotes not counted
   * @throws IOException if the file cannot be read, taken apart or written; then it is as it was
   */
  public static int erase(Path file, CsvSettings settings, Predicate<String> mentions)
      throws IOException {
    CsvErasure erasure = new CsvErasure(file, settings, mentions);
    Set<String> groups = new HashSet<>();
    return erasure.find(groups) ? erasure.rewrite(groups) : 0;
  }

  /** Whether a file mentions somebody; nothing is changed. */
  public static boolean isIn(Path file, CsvSettings settings, Predicate<String> mentions)
      throws IOException {
    return new CsvErasure(file, settings, mentions).find(new HashSet<>());
  }

  private Layout layout() throws IOException {
    try (CsvReading reading = CsvReading.preview(settings, file)) {
      CsvHeader header = reading.header();
      int delimiter = units.unit(header.delimiter());
      int group = settings.groups() ? header.position(settings.group()) : -1;
      if (delimiter >= 0) {
        return new Layout((char) delimiter, header.width(), header.lastLine(), group);
      }
    } catch (CsvRefused e) {
      // Such a file was never read either; its lines are looked at one by one.
    }
    return new Layout(',', 0, 0, -1);
  }

  /** Notes the groups of the records that mention the person; tells whether any record does. */
  private boolean find(Set<String> groups) throws IOException {
    boolean found = false;
    try (Parts parts = new Parts()) {
      for (Part part = parts.next(); part != null; part = parts.next()) {
        if (mentions.test(units.meaning(part.text()))) {
          found = true;
          groups.add(part.record().group(layout.group()));
        }
      }
    }
    groups.remove("");
    return found;
  }

  private int rewrite(Set<String> groups) throws IOException {
    FileTime modified = Files.getLastModifiedTime(file);
    int[] lines = new int[1];
    PrivateFiles.replace(file, part -> lines[0] = write(part, groups));
    Files.setLastModifiedTime(file, modified);
    return lines[0];
  }

  private int write(Path to, Set<String> groups) throws IOException {
    int lines = 0;
    try (Writer out = units.writer(to);
        Parts parts = new Parts()) {
      for (Part part = parts.next(); part != null; part = parts.next()) {
        for (String other : part.before()) {
          out.write(other);
        }
        if (groups.contains(part.record().group(layout.group()))
            || mentions.test(units.meaning(part.text()))) {
          lines++;
        } else {
          out.write(part.text());
        }
      }
      for (String other : parts.taken()) {
        out.write(other);
      }
    }
    return lines;
  }

  /** The parts of the file, every unit of it in one of them. */
  private final class Parts implements AutoCloseable {
    private final RecordScanner scanner;
    private final List<String> passed = new ArrayList<>();
    private long units;

    Parts() throws IOException {
      CellReader cells = new CellReader(settings.emptyWords());
      scanner = new RecordScanner(CsvErasure.this.units.reader(file), cells);
      scanner.layout(layout.delimiter(), layout.columns()).onPassed(this::pass);
      for (int i = 0; i < layout.head(); i++) {
        scanner.skipLine();
      }
    }

    @Nullable Part next() throws IOException {
      CsvRow record = scanner.next();
      if (record == null) {
        if (units != CsvErasure.this.units.count(file)) {
          throw new IOException(DAMAGED);
        }
        return null;
      }
      List<String> all = taken();
      return new Part(record, all.subList(0, all.size() - 1), all.get(all.size() - 1));
    }

    private void pass(String text) {
      units += text.length();
      passed.add(text);
    }

    /** What was passed since the last record. */
    List<String> taken() {
      List<String> all = List.copyOf(passed);
      passed.clear();
      return all;
    }

    @Override
    public void close() throws IOException {
      scanner.close();
    }
  }
}
