package com.nexway.dmp.adapter.record;

/**
 * How far a source has been read. It moves in the transaction that stores the records before it, so
 * a crash repeats or loses nothing.
 *
 * @param source the source's name
 * @param key what is being read: the content hash of a file, or empty for a database
 * @param position how far: a row number, or the cursor's last values as JSON
 */
public record Checkpoint(String source, String key, String position) {}
