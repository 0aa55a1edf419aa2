package com.nexway.dmp.adapter.http;

/** How far a connection's request has come. */
enum Stage {
  /** A head is waited for, or is coming. */
  HEAD,
  /** Its body is coming. */
  BODY,
  /** It is worked on. */
  WORK,
  /** Its answer is being written. */
  ANSWER,
  /** It was answered before it was read to its end; the rest is thrown away. */
  LINGER,
  /** The connection is closed. */
  GONE
}
