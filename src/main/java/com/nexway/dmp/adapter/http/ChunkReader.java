package com.nexway.dmp.adapter.http;

import com.nexway.dmp.adapter.http.BodyBudget.Grown;

/**
 * A body in chunks (RFC 9112, section 7.1). Extensions and trailers are skipped, not kept, and
 * bounded.
 */
final class ChunkReader implements BodyReader {
  private static final int MOST_DIGITS = 8;

  /** Bytes of a size with its extension, and of all trailers together. */
  private static final int LONGEST_LINE = 1024;

  private final BodySink body;
  private Step step = Step.SIZE;
  private long chunk;
  private int digits;
  private int line;
  private boolean isInTrailer;

  private enum Step {
    SIZE,
    EXTENSION,
    SIZE_END,
    DATA,
    DATA_CR,
    DATA_LF,
    TRAILER,
    TRAILER_LF,
    LAST_LF
  }

  ChunkReader(BodySink body) {
    this.body = body;
  }

  @Override
  public Progress read(Inbox inbox) throws BadRequest {
    while (!inbox.isEmpty()) {
      if (step == Step.DATA) {
        int length = (int) Math.min(chunk, inbox.size());
        long before = body.size();
        Grown grown = body.take(inbox, length, Long.MAX_VALUE);
        chunk -= body.size() - before;
        if (grown != Grown.TAKEN) {
          return BodyReader.stopped(grown);
        }
        step = chunk == 0 ? Step.DATA_CR : Step.DATA;
      } else {
        byte next = inbox.at(0);
        inbox.skip(1);
        boolean isLast = step == Step.LAST_LF;
        step = after(next);
        if (isLast) {
          return Progress.WHOLE;
        }
      }
    }
    return Progress.MORE;
  }

  private Step after(byte next) throws BadRequest {
    line++;
    if (line > LONGEST_LINE) {
      throw new BadRequest(400, "a chunk's size or the trailers are too long");
    }
    return switch (step) {
      case SIZE -> size(next);
      case EXTENSION -> next == '\r' ? Step.SIZE_END : text(next, Step.EXTENSION);
      case SIZE_END -> sizeEnd(next);
      case DATA_CR -> exactly('\r', next, Step.DATA_LF);
      case DATA_LF -> chunkEnd(next);
      case TRAILER -> trailer(next);
      case TRAILER_LF -> trailerEnd(next);
      case LAST_LF -> exactly('\n', next, Step.SIZE);
      case DATA -> throw new IllegalStateException("data is not read byte by byte");
    };
  }

  private Step size(byte next) throws BadRequest {
    int digit = Character.digit(next, 16);
    if (digit >= 0 && digits < MOST_DIGITS) {
      digits++;
      chunk = chunk * 16 + digit;
      return Step.SIZE;
    }
    if (digits == 0 || digit >= 0) {
      throw lies();
    }
    return switch (next) {
      case '\r' -> Step.SIZE_END;
      case ';', ' ', '\t' -> Step.EXTENSION;
      default -> throw lies();
    };
  }

  private Step sizeEnd(byte next) throws BadRequest {
    exactly('\n', next, Step.DATA);
    digits = 0;
    line = 0;
    return chunk == 0 ? Step.TRAILER : Step.DATA;
  }

  private Step chunkEnd(byte next) throws BadRequest {
    line = 0;
    return exactly('\n', next, Step.SIZE);
  }

  /** A line of the trailers; the last one is empty. */
  private Step trailer(byte next) throws BadRequest {
    if (next == '\r') {
      return isInTrailer ? Step.TRAILER_LF : Step.LAST_LF;
    }
    isInTrailer = true;
    return text(next, Step.TRAILER);
  }

  private Step trailerEnd(byte next) throws BadRequest {
    isInTrailer = false;
    return exactly('\n', next, Step.TRAILER);
  }

  private static Step text(byte next, Step then) throws BadRequest {
    if (next < ' ' && next >= 0 && next != '\t') {
      throw lies();
    }
    return then;
  }

  private static Step exactly(char wanted, byte next, Step then) throws BadRequest {
    if (next != wanted) {
      throw lies();
    }
    return then;
  }

  private static BadRequest lies() {
    return new BadRequest(400, "the chunks of the body are not as they announce themselves");
  }
}
