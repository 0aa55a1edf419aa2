package com.nexway.dmp.adapter.http;

import com.nexway.dmp.adapter.http.BodyBudget.Grown;

/** Where a body ends. */
interface BodyReader {
  /** How far a body has come. */
  enum Progress {
    /** More is to be sent. */
    MORE,
    /** It is whole. */
    WHOLE,
    /** There is no room for it now. */
    WAIT,
    /** It is cut. */
    CUT
  }

  /** Reads what is there. */
  Progress read(Inbox inbox) throws BadRequest;

  /** The reader that a head asks for. */
  static BodyReader of(RequestHead head, BodySink body) {
    return head.length() == RequestHead.CHUNKED
        ? new ChunkReader(body)
        : new LengthReader(body, head.length());
  }

  /** What there is no room for. */
  static Progress stopped(Grown grown) {
    return grown == Grown.WAIT ? Progress.WAIT : Progress.CUT;
  }
}
