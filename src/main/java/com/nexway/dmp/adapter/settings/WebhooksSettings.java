package com.nexway.dmp.adapter.settings;

/**
 * Where shops send webhooks, from {@code webhooks:} in config/adapter.yaml.
 *
 * @param listen the port
 * @param maxBody longest body in bytes; a longer one is answered 413
 */
public record WebhooksSettings(ListenSettings listen, long maxBody) {}
