package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.camel.OutboxOfSettings;
import com.nexway.dmp.adapter.outbox.Account;
import com.nexway.dmp.adapter.outbox.AccountChange;
import com.nexway.dmp.adapter.outbox.Lease;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether a changed address or user of the DMP is another account. */
@Command(
    name = "account",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says what a changed dmp.url or dmp.username means, once the adapter asks for it.",
      "same: it is the same account; what was sent stays known, and is not sent again.",
      "new: it is another account; what was sent is forgotten, databases are read again from their",
      "start, what waits goes to the new account, and CSV files are to be dropped again."
    })
public final class AccountCommand implements Callable<Integer> {
  private static final long LOOK_MILLIS = 200;

  @Mixin private OpenOutbox outbox = new OpenOutbox();

  @Parameters(paramLabel = "same|new", description = "Whether it is the same account.")
  private Answer answer = Answer.SAME;

  @Spec private CommandSpec spec = CommandSpec.create();

  enum Answer {
    SAME,
    NEW
  }

  @Override
  public Integer call() {
    return outbox.with(spec, this::decide);
  }

  private int decide(Outbox store, AdapterSettings settings) {
    Account account = OutboxOfSettings.account(settings);
    Optional<AccountChange> change = store.accounts().use(account);
    if (change.isEmpty()) {
      spec.commandLine()
          .getOut()
          .println("Events go to " + account + "; nothing is to be decided.");
      return 0;
    }
    return answer == Answer.SAME
        ? same(store, change.get())
        : move(store, change.get(), settings.outbox().lease());
  }

  private int same(Outbox store, AccountChange change) {
    store.accounts().same(change.now());
    spec.commandLine()
        .getOut()
        .printf(
            "Events go to %s. %d records stay known as sent, %d events wait.%n",
            change.now(), change.known(), change.waiting());
    return 0;
  }

  private int move(Outbox store, AccountChange change, Duration lease) {
    PrintWriter out = spec.commandLine().getOut();
    Lease.Standing sender = taken(store.lease(), lease);
    if (!sender.here()) {
      spec.commandLine()
          .getErr()
          .println("The adapter runs (" + sender.holder() + "): stop it, and try again.");
      return 1;
    }
    try {
      store.accounts().move(change.now());
    } finally {
      store.lease().release();
    }
    out.printf(
        "Events go to %s. What was sent before is forgotten (%d records), %d events wait.%n",
        change.now(), change.known(), change.waiting());
    out.println(
        "The next run reads the databases from their start. Drop CSV files again; those that were"
            + " read are in drop/SOURCE/.done/.");
    return 0;
  }

  /** An adapter that was killed, or whose machine was, cannot say that it has ended. */
  private static Lease.Standing taken(Lease lease, Duration time) {
    long end = System.nanoTime() + time.multipliedBy(2).toNanos();
    Lease.Standing standing = lease.keep();
    while (!standing.here() && System.nanoTime() < end) {
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return standing;
      }
      standing = lease.keep();
    }
    return standing;
  }
}
