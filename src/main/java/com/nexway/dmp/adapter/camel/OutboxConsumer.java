package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.delivery.Destination;
import com.nexway.dmp.adapter.delivery.Turn;
import com.nexway.dmp.adapter.delivery.Turn.Pick;
import com.nexway.dmp.adapter.outbox.Entry;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.outbox.Settlement;
import com.nexway.dmp.adapter.storage.StorageUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code from: outbox:dmp}: hands out one exchange per event, just in time. */
final class OutboxConsumer extends DefaultConsumer implements Suspendable, ShutdownAware {
  /** The exchange variable that holds the claimed event. */
  static final String ENTRY = "entry";

  private static final Logger LOG = LoggerFactory.getLogger(OutboxConsumer.class);

  /** After this long another look is taken: another process may have changed something. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** Where nothing waits at all, only another process can have stored something. */
  private static final Duration IDLE_LOOK = Duration.ofSeconds(2);

  /** An event that our own fault kept from being sent is tried again after this long. */
  private static final Duration OUR_FAULT = Duration.ofSeconds(5);

  private final OutboxComponent component;
  private final Outbox outbox;
  private final Admission admission;
  private final Destination destination;
  private final Claiming claims;
  private final Clock clock = Clock.systemUTC();
  private final AtomicBoolean woken = new AtomicBoolean();
  private volatile @Nullable Thread claiming;

  OutboxConsumer(
      OutboxEndpoint endpoint, Processor processor, Admission admission, Destination destination) {
    super(endpoint, processor);
    this.component = endpoint.outbox();
    this.outbox = component.outbox();
    this.admission = admission;
    this.destination = destination;
    this.claims = new Claiming(outbox, destination);
    outbox.onArrival(this::wake);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    claim();
  }

  @Override
  protected void doResume() {
    claim();
  }

  private void claim() {
    Thread thread =
        getEndpoint()
            .getCamelContext()
            .getExecutorServiceManager()
            .newThread("outbox claim", this::run);
    claiming = thread;
    thread.start();
  }

  /** Nothing more is claimed once this returns; what is claimed goes on. */
  @Override
  protected void doSuspend() {
    Thread thread = claiming;
    claiming = null;
    if (thread != null) {
      LockSupport.unpark(thread);
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  protected void doStop() throws Exception {
    doSuspend();
    super.doStop();
  }

  @Override
  public boolean deferShutdown(ShutdownRunningTask task) {
    return false;
  }

  @Override
  public int getPendingExchangesSize() {
    return admission.outstanding();
  }

  @Override
  public void prepareShutdown(boolean suspendOnly, boolean forced) {
    doSuspend();
  }

  private void wake() {
    woken.set(true);
    LockSupport.unpark(claiming);
  }

  private void run() {
    Thread self = Thread.currentThread();
    while (claiming == self) {
      woken.set(false);
      Duration wait = step();
      if (!wait.isZero() && !woken.get() && claiming == self) {
        LockSupport.parkNanos(this, wait.toNanos());
      }
    }
  }

  /** Claims and hands out what may go now; tells how long nothing can. */
  private Duration step() {
    try {
      Turn turn = admission.turn();
      if (turn instanceof Turn.Rest rest) {
        return admission.wait(rest);
      }
      Claiming.Claimed claimed = claims.of(turn);
      component.watch().fine();
      claimed.entries().forEach(entry -> handOut(entry, claimed.pick()));
      if (claimed.changed() || claims.isOtherwise(admission.outstanding())) {
        return Duration.ZERO;
      }
      return wait(turn);
    } catch (StorageUnavailable e) {
      component.watch().unavailable(e);
      return LOOK;
    } catch (RuntimeException e) {
      LOG.error("Events could not be claimed", e);
      return LOOK;
    }
  }

  private Duration wait(Turn turn) {
    if (turn instanceof Turn.Probe probe) {
      return destination.until(probe.until(), LOOK);
    }
    // What is due and may not go now is not looked for all the time.
    return turn instanceof Turn.Flow flow && flow.others() > 0 && flow.alone() ? untilDue() : LOOK;
  }

  private Duration untilDue() {
    return outbox.nextDue().map(this::untilDue).orElse(IDLE_LOOK);
  }

  private Duration untilDue(Instant due) {
    Duration wait = Duration.between(clock.instant(), due).plusMillis(1);
    if (wait.compareTo(LOOK) >= 0) {
      return LOOK;
    }
    return wait.isNegative() ? Duration.ofMillis(1) : wait;
  }

  private void handOut(Entry entry, Pick chosen) {
    Pick pick = chosen == Pick.NEXT && entry.earlier().isAlone() ? Pick.ALONE : chosen;
    admission.handedOut(entry, pick);
    LOG.debug("Event {} of {} goes out ({})", entry.id(), entry.source(), pick);
    Optional<Settlement> end = destination.givenUp(entry);
    if (end.isPresent()) {
      giveUp(entry, end.get());
      return;
    }
    Exchange exchange = createExchange(false);
    exchange.getMessage().setBody(entry.body());
    exchange.setVariable(ENTRY, entry);
    try {
      getAsyncProcessor().process(exchange, doneSync -> ended(entry, pick, exchange));
    } catch (RuntimeException e) {
      exchange.setException(e);
      ended(entry, pick, exchange);
    }
  }

  private void ended(Entry entry, Pick pick, Exchange exchange) {
    if (pick != Pick.DELIVERED && exchange.getProperty(SettleProducer.SETTLED) == null) {
      putBack(entry, exchange.getException());
    }
    admission.ended(entry);
    releaseExchange(exchange, false);
    wake();
  }

  private void giveUp(Entry entry, Settlement end) {
    component
        .settling()
        .add(
            List.of(end),
            failure -> {
              admission.ended(entry);
              wake();
            });
  }

  /** No event is lost to a fault of ours, and none is blamed for it. */
  private void putBack(Entry entry, @Nullable Exception cause) {
    if (getEndpoint().getCamelContext().isStopping()) {
      return; // nobody's fault: the outbox notes that what is claimed may have been sent
    }
    LOG.warn("Event {} was not settled; it is tried again", entry.id(), cause);
    Settlement again =
        new Settlement.Later(
            entry,
            clock.instant().plus(OUR_FAULT),
            "A fault of the adapter kept it from being sent; see the log.",
            entry.earlier());
    component.settling().add(List.of(again), failure -> {});
  }
}
