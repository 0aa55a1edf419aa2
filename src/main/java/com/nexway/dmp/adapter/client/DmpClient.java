package com.nexway.dmp.adapter.client;

import com.nexway.dmp.adapter.delivery.Answer;
import com.nexway.dmp.adapter.delivery.DeliverySettings;
import com.nexway.dmp.adapter.delivery.Pace;
import com.nexway.dmp.adapter.settings.DmpSettings;
import java.io.EOFException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;

/**
 * The HTTP client to the DMP: one request per event and no more. It repeats nothing that was
 * written, follows no redirect, keeps no cookies: the answers' table decides.
 *
 * <p>Safe for several threads; nothing blocks.
 */
public final class DmpClient implements AutoCloseable {
  private static final int UNAUTHORIZED = 401;
  private static final int PROXY_ASKS = 407;

  private final DmpSettings dmp;
  private final Pace pace;
  private final BooleanSupplier maySend;
  private final Trust trust;
  private final HttpHost target;
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, new DefaultThreadFactory("dmp pace", true));
  private final ExecutorService lookingUp =
      Executors.newSingleThreadExecutor(new DefaultThreadFactory("dmp connect", true));
  private final Watch watch;
  private final Words words;
  private final Surplus surplus = new Surplus();
  private final Reuse reuse = new Reuse(System::nanoTime);
  private final CloseableHttpAsyncClient http;

  /** One place for each request that may be out: who has one finds a connection at once. */
  private final Semaphore places;

  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger toBegin = new AtomicInteger();
  private volatile Login login;
  private volatile boolean refused;
  private volatile boolean closed;

  private record Waiting(byte[] body, Consumer<Answer> done) {}

  /**
   * Starts it; nothing is sent yet.
   *
   * @param maySend asked before each request: whether the lease is still held
   */
  public DmpClient(
      DmpSettings dmp, DeliverySettings delivery, Pace pace, BooleanSupplier maySend, Trust trust) {
    this(dmp, delivery, pace, maySend, trust, SystemDefaultDnsResolver.INSTANCE);
  }

  DmpClient(
      DmpSettings dmp,
      DeliverySettings delivery,
      Pace pace,
      BooleanSupplier maySend,
      Trust trust,
      DnsResolver names) {
    this.dmp = dmp;
    this.pace = pace;
    this.maySend = maySend;
    this.trust = trust;
    this.target = HttpHost.create(dmp.url());
    this.login = Login.now(dmp, target);
    this.words = new Words(dmp);
    this.places = new Semaphore(delivery.inFlight());
    this.watch =
        new Watch(
            timer,
            dmp.timeout().compareTo(dmp.connectTimeout()) < 0
                ? dmp.timeout()
                : dmp.connectTimeout());
    this.http =
        Library.client(
            dmp,
            delivery.inFlight(),
            trust,
            names,
            reuse,
            new NewConnections(lookingUp),
            new ConnectedRequests(maySend, dmp.timeout(), timer));
    http.start();
  }

  /**
   * Sends one event when its turn has come.
   *
   * @param body the event's exact bytes
   * @param done told once what came of it, perhaps on this thread; it does not block
   */
  public void send(byte[] body, Consumer<Answer> done) {
    waiting.add(new Waiting(body, done));
    begin();
  }

  // One thread at a time begins what can begin, so that an attempt that fails at once and makes
  // room for the next one does not call itself, one inside the other.
  private void begin() {
    if (toBegin.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      while (!waiting.isEmpty() && places.tryAcquire()) {
        Waiting next = waiting.poll();
        if (next == null) {
          places.release();
        } else {
          attempt(next, false);
        }
      }
      seen = toBegin.addAndGet(-seen);
    } while (seen != 0);
  }

  private void attempt(Waiting event, boolean again) {
    if (refused) {
      refused = false;
      login = Login.now(dmp, target);
      trust.again();
    }
    Login as = login;
    Attempt attempt =
        new Attempt(
            as.request(),
            event.body,
            pace.start(),
            surplus,
            words,
            dmp.answerLimit(),
            (ended, answer) -> ended(event, again, ended, answer));
    as.into(attempt.context());
    attempt.allow(dmp.connectTimeout());
    watch.add(attempt);
    attempt.connecting(
        http.execute(target, attempt, attempt.reader(), null, attempt.context(), attempt));
  }

  private void ended(Waiting event, boolean again, Attempt attempt, Answer answer) {
    watch.remove(attempt);
    notice(answer);
    if (attempt.isOnReused()) {
      reuse.ended(answer);
    }
    if (answer instanceof Answer.Unwritten unwritten && !closed && maySend.getAsBoolean()) {
      if (again) {
        finish(event, new Answer.None(new EOFException(unwritten.why()), false));
      } else {
        attempt(event, true);
      }
    } else {
      finish(event, answer);
    }
  }

  private void finish(Waiting event, Answer answer) {
    places.release();
    event.done.accept(answer);
    begin();
  }

  /** What may be mended in a file is read again before the next request. */
  private void notice(Answer answer) {
    if (answer instanceof Answer.Given given) {
      refused |= given.status() == UNAUTHORIZED || given.status() == PROXY_ASKS;
    } else if (answer instanceof Answer.OfProxy proxy) {
      refused |= proxy.status() == PROXY_ASKS;
    } else if (answer instanceof Answer.None none) {
      refused |= none.failure() instanceof SSLException;
    }
  }

  /** Stops it. What is still out ends without an answer. */
  @Override
  public void close() {
    closed = true;
    http.close(CloseMode.GRACEFUL);
    timer.shutdownNow();
    lookingUp.shutdownNow();
    watch.end();
    for (Waiting left = waiting.poll(); left != null; left = waiting.poll()) {
      left.done.accept(new Answer.Unwritten("the adapter stops"));
    }
  }
}
