package com.nexway.dmp.adapter.text;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Map;

/**
 * Text for a terminal that has few letters: what it cannot show is written with plain ones that a
 * reader understands ({@code Müller} as {@code Mueller}, {@code café} as {@code cafe}), and what
 * has no likeness by its number. Nothing becomes a {@code ?}.
 */
public final class PlainLetters {
  /** What is not a plain letter with a mark. */
  private static final Map<Integer, String> LIKE =
      Map.ofEntries(
          Map.entry((int) 'ä', "ae"),
          Map.entry((int) 'ö', "oe"),
          Map.entry((int) 'ü', "ue"),
          Map.entry((int) 'Ä', "Ae"),
          Map.entry((int) 'Ö', "Oe"),
          Map.entry((int) 'Ü', "Ue"),
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'Æ', "Ae"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'Œ', "Oe"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'Ø', "O"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'Ł', "L"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'Đ', "D"),
          Map.entry((int) 'ı', "i"),
          Map.entry((int) '…', "..."),
          Map.entry((int) '–', "-"),
          Map.entry((int) '—', "-"),
          Map.entry((int) '‘', "'"),
          Map.entry((int) '’', "'"),
          Map.entry((int) '“', "\""),
          Map.entry((int) '”', "\""),
          Map.entry((int) '„', "\""),
          Map.entry((int) '«', "\""),
          Map.entry((int) '»', "\""),
          Map.entry((int) '→', "->"),
          Map.entry((int) '×', "x"),
          Map.entry((int) '·', "*"),
          Map.entry((int) '•', "*"),
          Map.entry((int) '€', "EUR"),
          Map.entry(0xa0, " "),
          Map.entry(0x202f, " "));

  private final Charset charset;

  /**
   * @param charset what the terminal can show
   */
  public PlainLetters(Charset charset) {
    this.charset = charset;
  }

  /** The same text, in letters that can be shown. */
  public String of(String text) {
    CharsetEncoder encoder = charset.newEncoder();
    if (encoder.canEncode(text)) {
      return text;
    }
    // A letter and its mark may be two characters, as in names of files made on a Mac.
    String whole = Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder plain = new StringBuilder(whole.length() + 16);
    whole.codePoints().forEach(c -> add(plain, encoder, c));
    return plain.toString();
  }

  private static void add(StringBuilder plain, CharsetEncoder encoder, int c) {
    String letter = Character.toString(c);
    if (encoder.canEncode(letter)) {
      plain.append(letter);
      return;
    }
    String like = LIKE.get(c);
    if (like == null) {
      like = Normalizer.normalize(letter, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    }
    if (!like.isEmpty() && encoder.canEncode(like)) {
      plain.append(like);
    } else {
      letter.chars().forEach(unit -> plain.append(String.format("\\u%04x", unit)));
    }
  }
}
