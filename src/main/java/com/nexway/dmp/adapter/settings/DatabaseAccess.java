package com.nexway.dmp.adapter.settings;

import java.time.Duration;
import java.util.Map;

/**
 * One database of the shop, from {@code databases:} in config/adapter.yaml.
 *
 * @param url its JDBC address
 * @param username a user that may only read
 * @param connections most connections at a time
 * @param timeout how long a connection is waited for
 * @param options properties handed to the JDBC driver
 */
public record DatabaseAccess(
    String url,
    String username,
    Secret password,
    int connections,
    Duration timeout,
    Map<String, String> options) {}
