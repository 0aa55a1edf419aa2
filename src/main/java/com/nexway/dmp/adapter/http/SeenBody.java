package com.nexway.dmp.adapter.http;

import com.nexway.dmp.adapter.http.BodyBudget.Grown;

/** A body that is thrown away under the eyes of an onlooker. */
final class SeenBody implements BodySink {
  private final Onlooker onlooker;
  private long size;

  SeenBody(Onlooker onlooker) {
    this.onlooker = onlooker;
  }

  @Override
  public Grown take(Inbox inbox, int length, long expected) {
    onlooker.see(inbox.take(length));
    size += length;
    return Grown.TAKEN;
  }

  @Override
  public long size() {
    return size;
  }
}
