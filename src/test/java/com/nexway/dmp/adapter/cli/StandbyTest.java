package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.sandbox.Misbehaviour;
import com.nexway.dmp.adapter.sandbox.Received;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.BusyShop;
import com.nexway.dmp.adapter.testing.Patience;
import com.nexway.dmp.adapter.testing.Postgres;
import com.nexway.dmp.adapter.testing.Rhythm;
import com.nexway.dmp.adapter.testing.Seed;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes, each with its own home and shop, on one PostgreSQL: both take in, one sends, the
 * other stands by and takes over.
 */
final class StandbyTest {
  private static final String SENDS = "This process sends (";
  private static final String STANDS_BY = "This process stands by: ";

  private static final int LIMIT = 10;

  /**
   * What happens to the process that sends, and how soon the other one sends on a quiet machine.
   */
  private enum Loss {
    STOPPED(2),
    KILLED(10),
    FROZEN(10);

    private final Duration most;

    Loss(int seconds) {
      most = Duration.ofSeconds(seconds);
    }

    void happenTo(AdapterProcess sender) {
      switch (this) {
        case STOPPED -> assertThat(sender.stop()).isZero();
        case KILLED -> sender.kill();
        case FROZEN -> sender.freeze();
      }
    }
  }

  @TempDir Path home;
  private final String outbox = Postgres.freshSchemaWithoutUser();
  private String lease = "6s";
  private boolean timed;
  private Sandbox dmp;
  private Node sender;
  private Node standby;

  @BeforeEach
  void open() throws IOException {
    dmp = Sandbox.start();
    dmp.faults().set(Misbehaviour.slow(Duration.ofMillis(300)));
    sender = new Node("left");
    standby = new Node("right");
  }

  @AfterEach
  void close() {
    sender.close();
    standby.close();
    dmp.close();
  }

  @Test
  void a_standby_takes_over_from_a_process_that_stood_still_and_from_one_that_was_killed() {
    lease = "2s";
    handOver(List.of(Loss.FROZEN, Loss.KILLED), 25);
  }

  @Test
  @Tag("soak")
  void twelve_times_the_other_takes_over_after_a_stop_a_kill_or_a_standstill() {
    timed = true;
    Seed.roll(
        dice -> {
          List<Loss> losses =
              new ArrayList<>(
                  Stream.generate(() -> Loss.values()).limit(4).flatMap(Stream::of).toList());
          Collections.shuffle(losses, dice);
          handOver(losses, 40);
        });
  }

  private void handOver(List<Loss> losses, int salesBetween) {
    sender.start().awaitOutput(SENDS);
    standby.start().awaitOutput(STANDS_BY);
    assertThat(standby.process.health().body()).contains("standing by: process ", " sends");
    for (Loss loss : losses) {
      sender.sell(salesBetween);
      standby.sell(salesBetween);
      awaitTaken(dmp.stats().taken() + salesBetween);
      takeOver(loss);
      Node lost = sender;
      sender = standby;
      standby = lost;
    }

    awaitTaken(sender.shop.sales() + standby.shop.sales());
    assertThat(sender.shop.wrongAt(dmp)).isEmpty();
    assertThat(standby.shop.wrongAt(dmp)).isEmpty();
    Rhythm.assertThatNoneCameTooEarly(
        dmp.received().stream().map(Received::arrivedNanos).toList(), LIMIT);
    assertThat(dmp.stats().perStatus().keySet()).isSubsetOf(204, 429);
  }

  private void takeOver(Loss loss) {
    int before = standby.process.count(SENDS);
    int stoodBy = sender.process.count(STANDS_BY);
    loss.happenTo(sender.process);
    await("the other sends after it was " + loss)
        .atMost(timed ? loss.most : Patience.LONG)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> standby.process.count(SENDS) > before);
    if (loss == Loss.FROZEN) {
      awaitTaken(dmp.stats().taken() + 1);
      sender.process.thaw();
    } else {
      sender.start();
      stoodBy = 0;
    }
    int earlier = stoodBy;
    await("the first stands by").until(() -> sender.process.count(STANDS_BY) > earlier);
  }

  private void awaitTaken(long enough) {
    await().until(() -> dmp.stats().taken() >= enough);
  }

  /** A process, its home, and a shop that drops files there and posts to it. */
  private final class Node implements AutoCloseable {
    private final Path folder;
    private final BusyShop shop;
    private AdapterProcess process;

    Node(String name) {
      folder = TestHome.in(home.resolve(name));
      shop = BusyShop.in(folder, name, 4);
    }

    AdapterProcess start() {
      String[] settings =
          shop.settings("OUTBOX_URL", outbox, "OUTBOX_USERNAME", "postgres", "OUTBOX_LEASE", lease);
      AdapterProcess started = AdapterProcess.run(folder, dmp, settings);
      process = started;
      shop.postTo(() -> started.webhook("posts"));
      return started;
    }

    void sell(int count) {
      shop.drop(count / 2).post(count - count / 2);
    }

    @Override
    public void close() {
      shop.close();
      if (process != null) {
        process.close();
      }
    }
  }
}
