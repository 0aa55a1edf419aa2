package com.nexway.dmp.adapter.operations;

import com.nexway.dmp.adapter.outbox.Accepted;
import com.nexway.dmp.adapter.outbox.Heard;
import com.nexway.dmp.adapter.text.Impersonal;
import com.nexway.dmp.adapter.text.Sparing;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a run knows of records that were not sent, or sent with a doubt: the log tells the first of
 * each source and reason with its key and place, and then how many. Safe for several threads; bean
 * {@code heardRecords}.
 */
public final class HeardRecords {
  private static final Logger LOG = LoggerFactory.getLogger(HeardRecords.class);

  /** Sources and reasons that are counted apart in the log. */
  private static final int KINDS = 500;

  private final BiConsumer<String, Heard> numbers;
  private final Sparing lines;

  /**
   * @param numbers takes each source and what was heard of it
   * @param nanoTime a clock that nobody sets
   */
  public HeardRecords(BiConsumer<String, Heard> numbers, LongSupplier nanoTime) {
    this.numbers = numbers;
    this.lines = new Sparing(Sparing.TEN_MINUTES, KINDS, nanoTime, LOG::info);
  }

  /** A batch of a source was stored. */
  public void stored(String source, Accepted batch) {
    for (Heard heard : batch.heard()) {
      numbers.accept(source, heard);
      String what = heard.kind().name().toLowerCase(Locale.ROOT);
      String which = heard.key() == null ? heard.place() : heard.key() + ", " + heard.place();
      lines.say(
          source + " " + what + " " + heard.reason(),
          "%s: %s, %s (%s)".formatted(source, what, heard.reason(), Impersonal.of(which)),
          heard.records());
    }
  }
}
