package com.nexway.dmp.adapter.http;

import com.nexway.dmp.adapter.text.Sparing;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a port did not serve: one line for each kind and minute, and a number. */
final class CutLog {
  private static final Logger LOG = LoggerFactory.getLogger(CutLog.class);
  private static final Duration PERIOD = Duration.ofMinutes(1);
  private static final int KINDS = 40;

  private final String port;
  private final Sparing lines = new Sparing(PERIOD, KINDS, System::nanoTime, LOG::warn);
  private final Map<String, LongAdder> numbers = new ConcurrentHashMap<>();
  private boolean isTold = true;

  /**
   * @param port what the port is called in config/adapter.yaml
   */
  CutLog(String port) {
    this.port = port;
  }

  /**
   * A connection was closed, or its request refused.
   *
   * @param words what was wrong; never a part of what was sent
   * @param loop the port's thread, which tells later what was counted
   */
  void cut(String words, EventLoop loop) {
    numbers.computeIfAbsent(words, kind -> new LongAdder()).increment();
    lines.say(words, port + ": a connection was cut: " + words);
    if (isTold) {
      isTold = false;
      loop.schedule(this::tell, PERIOD.toMillis() + 1, TimeUnit.MILLISECONDS);
    }
  }

  private void tell() {
    isTold = true;
    lines.tell();
  }

  /** How often each happened. */
  Map<String, Long> numbers() {
    Map<String, Long> sums = new TreeMap<>();
    numbers.forEach((words, number) -> sums.put(words, number.sum()));
    return sums;
  }
}
