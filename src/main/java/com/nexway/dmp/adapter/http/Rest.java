package com.nexway.dmp.adapter.http;

import com.nexway.dmp.adapter.http.BodyReader.Progress;
import org.jspecify.annotations.Nullable;

/** What comes of a request that was answered already: it is thrown away, perhaps looked at. */
final class Rest {
  private final Onlooker onlooker;
  private @Nullable BodyReader reader;

  /** Nobody looks. */
  Rest() {
    this.onlooker = Onlooker.NOBODY;
  }

  /**
   * @param reader what reads the body, or what is left of it, for the onlooker
   */
  Rest(BodyReader reader, Onlooker onlooker) {
    this.reader = reader;
    this.onlooker = onlooker;
  }

  /**
   * Empties the inbox.
   *
   * @return whether the body has come to its end
   */
  boolean throwAway(Inbox inbox) {
    boolean isOver = false;
    try {
      isOver = reader != null && reader.read(inbox) == Progress.WHOLE;
      if (isOver) {
        onlooker.end();
      }
    } catch (BadRequest e) {
      reader = null; // it was turned away already
    }
    inbox.clear();
    return isOver;
  }
}
