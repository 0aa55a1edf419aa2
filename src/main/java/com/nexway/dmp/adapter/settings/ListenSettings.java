package com.nexway.dmp.adapter.settings;

/**
 * A port that the adapter opens.
 *
 * @param host the address it listens on: 127.0.0.1 for this machine alone, 0.0.0.0 for all
 * @param port 0 takes a free one
 */
public record ListenSettings(String host, int port) {}
