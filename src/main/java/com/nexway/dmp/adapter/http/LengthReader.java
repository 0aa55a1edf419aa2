package com.nexway.dmp.adapter.http;

import com.nexway.dmp.adapter.http.BodyBudget.Grown;

/** A body whose length was announced. */
final class LengthReader implements BodyReader {
  private final BodySink body;
  private final long length;

  LengthReader(BodySink body, long length) {
    this.body = body;
    this.length = length;
  }

  @Override
  public Progress read(Inbox inbox) throws BadRequest {
    long missing = length - body.size();
    Grown grown = body.take(inbox, (int) Math.min(missing, inbox.size()), missing);
    if (grown != Grown.TAKEN) {
      return BodyReader.stopped(grown);
    }
    return body.size() == length ? Progress.WHOLE : Progress.MORE;
  }
}
