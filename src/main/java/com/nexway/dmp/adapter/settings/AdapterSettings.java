package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.delivery.DeliverySettings;
import com.nexway.dmp.adapter.outbox.OutboxSettings;
import com.nexway.dmp.adapter.outbox.RetentionSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * All that config/adapter.yaml and the environment say.
 *
 * @param databases the shop's databases by the name that sources use
 * @param properties every key that is neither secret nor named by the merchant, as it is written,
 *     for {@code {{dmp.in-flight}}} in routes
 * @param secretFiles the files that hold passwords, config/adapter.yaml where it does
 */
public record AdapterSettings(
    DmpSettings dmp,
    DeliverySettings delivery,
    StoreSettings store,
    OutboxSettings outbox,
    RetentionSettings retention,
    IntakeSettings intake,
    ListenSettings operations,
    WebhooksSettings webhooks,
    LogSettings logs,
    Map<String, DatabaseAccess> databases,
    Map<String, String> properties,
    Set<Path> secretFiles) {}
