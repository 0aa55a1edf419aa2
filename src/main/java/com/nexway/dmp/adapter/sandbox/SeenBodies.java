package com.nexway.dmp.adapter.sandbox;

import java.nio.ByteBuffer;

/**
 * The bodies that were taken, by the first half of their SHA-256: 32 to 64 bytes of memory each, so
 * that millions fit. Two bodies of one half are less likely than a fault of the memory.
 */
final class SeenBodies {
  private static final int FIRST_SLOTS = 1024;

  private long[] slots = new long[FIRST_SLOTS * 2];
  private int size;

  synchronized boolean contains(byte[] hash) {
    return slots[find(slots, high(hash), low(hash))] != 0;
  }

  /** Notes a body; false where it was noted before. */
  synchronized boolean add(byte[] hash) {
    if (size * 4 >= slots.length) {
      grow();
    }
    int slot = find(slots, high(hash), low(hash));
    if (slots[slot] != 0) {
      return false;
    }
    put(slots, slot, high(hash), low(hash));
    size++;
    return true;
  }

  synchronized void clear() {
    slots = new long[FIRST_SLOTS * 2];
    size = 0;
  }

  private void grow() {
    long[] wider = new long[slots.length * 2];
    for (int i = 0; i < slots.length; i += 2) {
      if (slots[i] != 0) {
        put(wider, find(wider, slots[i], slots[i + 1]), slots[i], slots[i + 1]);
      }
    }
    slots = wider;
  }

  private static void put(long[] table, int slot, long high, long low) {
    table[slot] = high;
    table[slot + 1] = low;
  }

  /** The slot that holds the pair, or the empty one where it belongs. */
  private static int find(long[] table, long high, long low) {
    int mask = table.length / 2 - 1;
    int at = (int) (low & mask);
    while (table[at * 2] != 0 && (table[at * 2] != high || table[at * 2 + 1] != low)) {
      at = (at + 1) & mask;
    }
    return at * 2;
  }

  /** Never 0, which marks an empty slot. */
  private static long high(byte[] hash) {
    return ByteBuffer.wrap(hash).getLong(0) | 1;
  }

  private static long low(byte[] hash) {
    return ByteBuffer.wrap(hash).getLong(Long.BYTES);
  }
}
