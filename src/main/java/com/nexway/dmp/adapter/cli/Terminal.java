package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.text.OneLine;
import com.nexway.dmp.adapter.text.PlainLetters;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where commands print: in UTF-8 where the terminal shows it, otherwise in plain letters; and
 * nothing that a stranger wrote is obeyed by it.
 */
final class Terminal {
  /** The first one that is set decides, as POSIX says. */
  private static final String[] LOCALE = {"LC_ALL", "LC_CTYPE", "LANG"};

  /** How Java, from version 19 or before it, tells what a terminal shows, and the machine. */
  private static final String[] ENCODINGS = {
    "stdout.encoding", "sun.stdout.encoding", "native.encoding"
  };

  private Terminal() {}

  /** The letters that the terminal of this process shows. */
  static Charset charset() {
    return charset(
        System.getenv(), Stream.of(ENCODINGS).map(System::getProperty).toList().stream());
  }

  /**
   * The letters that a terminal shows.
   *
   * @param environment its variables; a locale that is not installed still says what is meant
   * @param told what Java says, the best first; null where it says nothing
   */
  static Charset charset(Map<String, String> environment, Stream<@Nullable String> told) {
    String locale =
        Stream.of(LOCALE)
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("")
            .toLowerCase(Locale.ROOT);
    if (locale.contains("utf-8") || locale.contains("utf8")) {
      return StandardCharsets.UTF_8;
    }
    return told.filter(name -> name != null && !name.isBlank())
        .findFirst()
        .map(Terminal::known)
        .orElse(StandardCharsets.US_ASCII);
  }

  private static Charset known(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.US_ASCII;
    }
  }

  /** Prints there, line by line. */
  static PrintWriter on(OutputStream stream, Charset charset) {
    return new PrintWriter(new Shown(new OutputStreamWriter(stream, charset), charset), true);
  }

  /** What is written is made fit to be shown; parts of a character never come apart. */
  private static final class Shown extends FilterWriter {
    private final PlainLetters letters;

    Shown(Writer out, Charset charset) {
      super(out);
      letters = new PlainLetters(charset);
    }

    @Override
    public void write(int c) throws IOException {
      write(Character.toString((char) c));
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      write(new String(text, from, length));
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
      String part = text.substring(from, from + length);
      // Windows ends its lines with CR and LF.
      String lines = part.equals(System.lineSeparator()) ? part : OneLine.each(part);
      out.write(letters.of(lines));
    }
  }
}
