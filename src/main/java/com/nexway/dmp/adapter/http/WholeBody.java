package com.nexway.dmp.adapter.http;

/** A body that has come to its end. To be asked on any thread. */
public interface WholeBody {
  /** The longest body that counts as small, in bytes: those keep their room among all others. */
  int SMALL = 64 * 1024;

  /** How many bytes it has. */
  long size();

  default boolean isSmall() {
    return size() <= SMALL;
  }

  /** A copy of its bytes; to be made once, where it is worked on. */
  byte[] bytes();
}
