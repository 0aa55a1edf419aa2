package com.nexway.dmp.adapter.settings;

import java.time.Duration;

/**
 * How much log is kept in data/logs, from {@code logs:} in config/adapter.yaml.
 *
 * @param fileBytes a file longer than this is put aside, compressed
 * @param totalBytes the oldest files are removed beyond this
 * @param keep files older than this are removed; whole days
 */
public record LogSettings(long fileBytes, long totalBytes, Duration keep) {}
