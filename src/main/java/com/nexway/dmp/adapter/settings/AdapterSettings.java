package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.delivery.DeliverySettings;
import com.nexway.dmp.adapter.outbox.OutboxSettings;
import com.nexway.dmp.adapter.outbox.RetentionSettings;
import com.nexway.dmp.adapter.value.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
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
    Set<Path> secretFiles) {

  /**
   * The same for a trial: events go to a stand-in, as fast as it takes them, and are kept apart.
   *
   * @param dmp the stand-in's address; its user and password are {@code user}
   * @param kept the file that holds the outbox
   */
  public AdapterSettings forTrial(URI dmp, String user, Path kept) {
    return new AdapterSettings(
        this.dmp.insteadAt(dmp, user),
        new DeliverySettings(OptionalInt.empty(), delivery.inFlight(), delivery.timeout()),
        new StoreSettings("jdbc:sqlite:" + kept, "", new Secret("")),
        outbox,
        retention,
        intake,
        new ListenSettings("127.0.0.1", 0),
        webhooks,
        logs,
        databases,
        properties,
        secretFiles);
  }
}
