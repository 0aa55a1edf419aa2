package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.yaml.FileProblem;
import java.util.List;

/** Why nothing can be shown, in sentences for the shop owner. */
final class CannotPreview extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean calledWrongly;

  private CannotPreview(String message, boolean calledWrongly) {
    super(message);
    this.calledWrongly = calledWrongly;
  }

  /** The command was called wrongly. */
  static CannotPreview calledWrongly(String sentence) {
    return new CannotPreview(sentence, true);
  }

  /** Something is to be mended first. */
  static CannotPreview toMend(String sentences) {
    return new CannotPreview(sentences, false);
  }

  /** Files of the merchant's are to be mended first, a line a problem. */
  static CannotPreview toMend(List<FileProblem> problems) {
    return toMend(
        String.join(System.lineSeparator(), problems.stream().map(FileProblem::toString).toList()));
  }

  boolean isCalledWrongly() {
    return calledWrongly;
  }
}
