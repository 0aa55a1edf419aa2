package com.nexway.dmp.adapter.delivery;

import org.jspecify.annotations.Nullable;

/** The body of an answer, as a person may read it in a dead letter. */
final class AnswerBody {
  /** Most characters that are kept. */
  static final int LIMIT = 2_000;

  private AnswerBody() {}

  /** The body without control characters (line ends and tabs stay), cut at the limit. */
  static String readable(@Nullable String body) {
    if (body == null) {
      return "";
    }
    StringBuilder text = new StringBuilder(Math.min(body.length(), LIMIT));
    for (int i = 0; i < body.length() && text.length() < LIMIT; i++) {
      char c = body.charAt(i);
      if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
        text.append(c);
      }
    }
    if (!text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1))) {
      text.setLength(text.length() - 1);
    }
    return text.toString().strip();
  }
}
