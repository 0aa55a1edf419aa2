package com.nexway.dmp.adapter.event;

/** The documented type of a property. */
public enum Kind {
  OBJECT,
  ARRAY,
  STRING,
  /** A whole number; for times, seconds since 1970-01-01 UTC. */
  INT64,
  INTEGER,
  /** An exact decimal; never a Java double. */
  FLOAT,
  /** RFC 3339 full-date. */
  DATE
}
