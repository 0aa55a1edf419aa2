package com.nexway.dmp.adapter.http;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds the end of a head (RFC 9112), strictly: what two readers could read in two ways is refused,
 * and what is no HTTP at all is refused at its first bytes. Until its end a head costs its own
 * bytes alone.
 */
final class HeadReader {
  private static final int TLS = 0x16;

  /** A client may send an empty line or two before a request. */
  private static final int MOST_EMPTY_LINES = 2;

  private final int longest;
  private int scanned;
  private int line;
  private int empty;

  /**
   * @param longest bytes of a head
   */
  HeadReader(int longest) {
    this.longest = longest;
  }

  /**
   * Reads a head.
   *
   * @return null while its end is missing
   */
  @Nullable RequestHead read(Inbox inbox) throws BadRequest {
    while (scanned < inbox.size()) {
      byte next = inbox.at(scanned);
      if (next == '\n') {
        if (scanned == line || inbox.at(scanned - 1) != '\r') {
          throw new BadRequest(400, "a line of the head does not end with CR and LF");
        }
        boolean isEnd = scanned == line + 1;
        scanned++;
        line = scanned;
        if (isEnd && scanned > 2) {
          return taken(inbox);
        }
        if (isEnd) {
          skipEmpty(inbox);
        }
      } else {
        look(next, inbox);
        scanned++;
      }
    }
    if (scanned > longest) {
      throw new BadRequest(431, "the head is longer than " + longest + " bytes");
    }
    return null;
  }

  private RequestHead taken(Inbox inbox) throws BadRequest {
    if (scanned > longest) {
      throw new BadRequest(431, "the head is longer than " + longest + " bytes");
    }
    String head = new String(inbox.take(scanned), StandardCharsets.ISO_8859_1);
    scanned = 0;
    line = 0;
    empty = 0;
    return HeadText.read(head);
  }

  private void skipEmpty(Inbox inbox) throws BadRequest {
    empty++;
    if (empty > MOST_EMPTY_LINES) {
      throw new BadRequest(400, "the request begins with empty lines");
    }
    inbox.skip(2);
    scanned = 0;
    line = 0;
  }

  private void look(byte next, Inbox inbox) throws BadRequest {
    if (scanned == 0 && next == TLS) {
      throw new BadRequest(400, "this port speaks plain HTTP, and TLS was sent to it");
    }
    if (scanned > 0 && inbox.at(scanned - 1) == '\r') {
      throw new BadRequest(400, "the head has a CR without an LF");
    }
    boolean isText = next >= ' ' && next != 0x7f || next < 0 || next == '\t' || next == '\r';
    if (!isText || next < 0 && line == 0) {
      throw new BadRequest(400, "what was sent is no HTTP");
    }
  }
}
