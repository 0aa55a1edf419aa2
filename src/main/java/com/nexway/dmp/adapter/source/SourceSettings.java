package com.nexway.dmp.adapter.source;

/** What every source has, whatever it reads. */
public interface SourceSettings {
  /** Its name: that of its file in routes/sources/, of its route, its folder and its address. */
  String name();

  /** The shop whose records it brings: sources that name the same one speak of the same records. */
  String shop();

  /** The mapping of its records: a file in mappings/, without {@code .yaml}. */
  String mapping();

  /** What it does while nothing comes in, in words for health. */
  String waiting();
}
