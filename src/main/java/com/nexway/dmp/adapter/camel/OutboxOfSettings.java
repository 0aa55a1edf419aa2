package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.outbox.Account;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.settings.StoreSettings;
import com.nexway.dmp.adapter.storage.Location;
import java.time.Clock;

/** The outbox that config/adapter.yaml means, and the account that it is for. */
public final class OutboxOfSettings {
  private OutboxOfSettings() {}

  /** Opens the outbox alone, to look into it or to mend it. */
  public static Outbox open(AdapterSettings settings, Clock clock) {
    return Outbox.open(location(settings), settings.outbox(), clock);
  }

  /** Where it is. */
  public static Location location(AdapterSettings settings) {
    StoreSettings store = settings.store();
    return new Location(
        store.url(), store.username(), store.password().reveal(), Location.of("").patience());
  }

  /** Where its events go, and as whom. */
  public static Account account(AdapterSettings settings) {
    return new Account(settings.dmp().url().toString(), settings.dmp().username());
  }

  /**
   * Sends to the account that the settings name from now on.
   *
   * @throws CannotStart if what was sent went to another one
   */
  static void use(Outbox outbox, AdapterSettings settings) {
    outbox
        .accounts()
        .use(account(settings))
        .ifPresent(
            change -> {
              throw new CannotStart(change.words());
            });
  }
}
