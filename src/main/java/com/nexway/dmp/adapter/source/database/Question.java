package com.nexway.dmp.adapter.source.database;

import java.util.Map;

/**
 * One query with its parameters by name, as camel-jdbc writes them: {@code :?time}.
 *
 * @param sql the merchant's SELECT inside ours
 */
public record Question(String sql, Map<String, Object> parameters) {}
