package com.nexway.dmp.adapter.health;

/** How a part of the adapter, or all of it, fares; the later ones are worse. */
public enum Word {
  /** It works, and nobody is needed. */
  UP,
  /** It works as far as it can: a person is needed, or the DMP is away. */
  WATCH,
  /** Nothing is stored, or nothing is sent, before somebody has mended it. */
  DOWN;

  /** The worse one of two. */
  public Word or(Word other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
