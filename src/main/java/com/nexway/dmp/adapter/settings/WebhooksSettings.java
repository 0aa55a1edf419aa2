package com.nexway.dmp.adapter.settings;

import java.util.List;

/**
 * Where shops send webhooks, from {@code webhooks:} in config/adapter.yaml.
 *
 * @param listen the port
 * @param maxBody longest body in bytes; a longer one is answered 413
 * @param trustedProxies addresses and networks of proxies whose X-Forwarded-For says who sends
 */
public record WebhooksSettings(ListenSettings listen, long maxBody, List<String> trustedProxies) {}
