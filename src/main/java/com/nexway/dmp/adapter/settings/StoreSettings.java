package com.nexway.dmp.adapter.settings;

/**
 * The database that holds the outbox, from {@code outbox:} in config/adapter.yaml.
 *
 * @param url {@code jdbc:sqlite:} with an absolute path, or {@code jdbc:postgresql://}
 * @param username for PostgreSQL; empty for SQLite
 * @param password for PostgreSQL; empty for SQLite
 */
public record StoreSettings(String url, String username, Secret password) {}
