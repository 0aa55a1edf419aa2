package com.nexway.dmp.adapter.source.csv;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file's name says about it. */
final class FileNames {
  private static final List<String> UNFINISHED_ENDINGS =
      List.of(".tmp", ".part", ".filepart", ".crdownload", ".partial", ".swp", "~");
  private static final Set<String> LITTER = Set.of("thumbs.db", "desktop.ini");
  private static final List<String> SPREADSHEETS = List.of(".xlsx", ".xls", ".xlsm", ".ods");
  private static final List<String> PACKED = List.of(".7z", ".rar", ".tar", ".tgz", ".bz2", ".xz");
  private static final Pattern UNPACKED = Pattern.compile("(?i)\\.(gz|zip)$");

  private FileNames() {}

  /** Whether it is still being uploaded, or no file of a person at all. */
  static boolean isUnfinished(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return small.startsWith(".")
        || small.startsWith("~$")
        || LITTER.contains(small)
        || UNFINISHED_ENDINGS.stream().anyMatch(small::endsWith);
  }

  /** Whether a pattern means a file: {@code *.csv} means orders.csv.gz and orders.zip as well. */
  static boolean isMeant(String name, FilePattern wanted) {
    String unpacked = UNPACKED.matcher(name).replaceFirst("");
    String ending = unpacked.matches(".*\\.[A-Za-z]{1,5}") ? "" : ".csv";
    return wanted.matches(name)
        || ErrorFile.isNameOfOne(name)
        || !unpacked.equals(name) && wanted.matches(unpacked + ending);
  }

  /** Why a file that the pattern does not mean is not read. */
  static String whyNot(String name, FilePattern wanted) {
    String small = name.toLowerCase(Locale.ROOT);
    if (SPREADSHEETS.stream().anyMatch(small::endsWith)) {
      return " is a spreadsheet, which is not read; save it as CSV";
    }
    if (PACKED.stream().anyMatch(small::endsWith)) {
      return " is packed in a way that is not read; unpack it, or pack it as .zip or .gz";
    }
    return " is not read: the files of this source are " + wanted;
  }
}
