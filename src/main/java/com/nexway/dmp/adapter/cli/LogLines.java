package com.nexway.dmp.adapter.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import com.nexway.dmp.adapter.text.OneLine;
import com.nexway.dmp.adapter.text.PlainLetters;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The lines of the log: one for each message, whoever wrote it and whatever it quotes. On the
 * console they are short and in letters that it shows; in the file whole and in UTF-8.
 */
public final class LogLines extends EncoderBase<ILoggingEvent> {
  /** Most characters of a message, or of an exception's. */
  private static final int LONGEST = 8_000;

  /** Most causes of an exception that are shown. */
  private static final int CAUSES = 20;

  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter WHOLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

  private final boolean whole;
  private final Charset charset;
  private final PlainLetters letters;

  /** For the console. */
  public LogLines() {
    this(false, Terminal.charset());
  }

  private LogLines(boolean whole, Charset charset) {
    this.whole = whole;
    this.charset = charset;
    this.letters = new PlainLetters(charset);
  }

  /** For a file. */
  static LogLines whole() {
    return new LogLines(true, StandardCharsets.UTF_8);
  }

  @Override
  public byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] footerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(200);
    (whole ? WHOLE : SHORT).withZone(ZoneId.systemDefault()).formatTo(event.getInstant(), line);
    line.append(String.format(" %-5s ", event.getLevel()));
    if (whole) {
      line.append('[').append(OneLine.of(event.getThreadName())).append("] ");
      line.append(event.getLoggerName()).append(' ');
    }
    line.append(OneLine.of(String.valueOf(event.getFormattedMessage()), LONGEST)).append('\n');
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null) {
      trace(line, thrown);
    }
    return letters.of(line.toString()).getBytes(charset);
  }

  private void trace(StringBuilder line, IThrowableProxy thrown) {
    IThrowableProxy next = thrown;
    for (int i = 0; i < CAUSES && next != null; i++, next = next.getCause()) {
      line.append(i == 0 ? "" : "Caused by: ").append(next.getClassName());
      if (next.getMessage() != null) {
        line.append(": ").append(OneLine.of(next.getMessage(), LONGEST));
      }
      line.append('\n');
      if (!whole) {
        return;
      }
      int steps = next.getStackTraceElementProxyArray().length - next.getCommonFrames();
      for (int step = 0; step < steps; step++) {
        line.append('\t').append(next.getStackTraceElementProxyArray()[step]).append('\n');
      }
    }
  }
}
