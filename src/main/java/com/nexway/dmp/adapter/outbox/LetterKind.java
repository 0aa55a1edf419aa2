package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.outbox.DeadLetter.Reason;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.text.Impersonal;
import com.nexway.dmp.adapter.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * What many dead letters have in common: one edit of a mapping, or one word from Nexway, mends all.
 *
 * @param source the source's name
 * @param reason how they ended
 * @param words what is wrong, without the values that the records hold
 */
public record LetterKind(String source, Reason reason, String words) {
  private static final int LETTERS = 6;

  static LetterKind of(DeadLetter letter) {
    return new LetterKind(letter.source(), letter.reason(), words(letter.problems(), letter.why()));
  }

  /** What is wrong with a record, as it is with many. */
  static String words(List<Problem> problems, String why) {
    return problems.stream()
        .filter(Problem::isError)
        .findFirst()
        .map(NewLetter::sentence)
        .map(Impersonal::kind)
        .orElseGet(() -> Impersonal.kind(why));
  }

  /** A short name for people to type: the same for the same kind, always. */
  public String name() {
    byte[] text = (source + "\n" + reason + "\n" + words).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Sha256.of(text)).substring(0, LETTERS);
  }
}
