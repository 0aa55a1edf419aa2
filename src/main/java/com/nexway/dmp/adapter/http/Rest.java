package com.nexway.dmp.adapter.http;

import com.nexway.dmp.adapter.http.BodyReader.Progress;
import org.jspecify.annotations.Nullable;

/** What comes of a request that was answered already: it is thrown away, perhaps looked at. */
final class Rest {
  private final @Nullable SeenBody seen;
  private @Nullable BodyReader reader;

  /** Nobody looks. */
  Rest() {
    this.seen = null;
  }

  Rest(RequestHead head, Onlooker onlooker) {
    this.seen = new SeenBody(onlooker);
    this.reader = BodyReader.of(head, seen);
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
      if (isOver && seen != null) {
        seen.end();
      }
    } catch (BadRequest e) {
      reader = null; // it was turned away already
    }
    inbox.clear();
    return isOver;
  }
}
