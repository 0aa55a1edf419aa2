package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.text.Spreadsheet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the text of a cell stands for: itself, nothing, or what a spreadsheet was kept from. */
final class CellReader {
  private static final int ASCII = 128;

  private final boolean[] firstLetters = new boolean[ASCII];
  private final Map<String, Long> empty = new HashMap<>();
  private boolean errorFile;

  /**
   * @param emptyWords what stands for no value, to the letter
   */
  CellReader(List<String> emptyWords) {
    for (String word : emptyWords) {
      empty.put(word, 0L);
      firstLetters[Math.min(word.charAt(0), ASCII - 1)] = true;
    }
    firstLetters['='] = true;
    firstLetters['\''] = true;
  }

  /** From here on, texts are those of an {@link ErrorFile}. */
  void ofErrorFile() {
    errorFile = true;
  }

  String read(String text) {
    if (text.isEmpty() || !firstLetters[Math.min(text.charAt(0), ASCII - 1)]) {
      return text;
    }
    Long times = empty.get(text);
    if (times != null) {
      empty.put(text, times + 1);
      return "";
    }
    return errorFile ? Spreadsheet.unsafe(text) : Spreadsheet.plain(text);
  }

  /** How often each word was read that stands for no value, as sentences. */
  List<String> remarks() {
    return new TreeMap<>(empty)
        .entrySet().stream()
            .filter(each -> each.getValue() > 0)
            .map(
                each -> "'%s' was read as empty %d times".formatted(each.getKey(), each.getValue()))
            .map(words -> words + " (empty-words)")
            .toList();
  }
}
