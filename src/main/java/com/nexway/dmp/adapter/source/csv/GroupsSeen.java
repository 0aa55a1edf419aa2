package com.nexway.dmp.adapter.source.csv;

/**
 * The groups of a file that were seen, in bounded memory: a 64-bit hash each. Behind the limit
 * nothing new is remembered.
 */
final class GroupsSeen {
  private static final int MOST = 2_000_000;

  private long[] slots = new long[1 << 10];
  private int size;

  /** Notes a group; false where it was seen before. */
  boolean add(String group) {
    if (size >= MOST) {
      return true;
    }
    if (size * 2 >= slots.length) {
      grow();
    }
    return put(hash(group));
  }

  private boolean put(long hash) {
    int at = (int) hash & slots.length - 1;
    while (slots[at] != 0) {
      if (slots[at] == hash) {
        return false;
      }
      at = at + 1 & slots.length - 1;
    }
    slots[at] = hash;
    size++;
    return true;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    size = 0;
    for (long hash : old) {
      if (hash != 0) {
        put(hash);
      }
    }
  }

  /** FNV-1a over the characters, stirred at the end; never 0, which marks a free slot. */
  private static long hash(String group) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < group.length(); i++) {
      hash = (hash ^ group.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    hash *= 0x9E3779B97F4A7C15L;
    hash ^= hash >>> 29;
    return hash == 0 ? 1 : hash;
  }
}
