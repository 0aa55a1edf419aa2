package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.event.Drafts;

/** Batches of a source that is read from its beginning, by number. */
final class Batches {
  static final int SIZE = 100;

  private Batches() {}

  static Drafts of(int number) {
    Shop shop = Shop.history().at("file", Integer.toString(number));
    for (int i = 0; i < SIZE; i++) {
      String id = number + "-" + i;
      shop.order("order:" + id, "c" + id + "@x.com", "a payment like many others ".repeat(20));
    }
    return shop.batch();
  }
}
