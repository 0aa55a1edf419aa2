package com.nexway.dmp.adapter.testing;

import com.nexway.dmp.adapter.camel.RunningAdapter;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The whole adapter in the test's own process, on a home of its own, beside a stand-in for the DMP
 * that it may ask as often as it likes.
 */
public final class TestAdapter implements AutoCloseable {
  private final Path home;
  private final Sandbox dmp;
  private final Map<String, String> settings = new HashMap<>();
  private RunningAdapter running;

  private TestAdapter(Path home, Sandbox dmp) {
    this.home = home;
    this.dmp = dmp;
    settings.put("DMP_URL", dmp.uri().toString());
    settings.put("DMP_PER_SECOND", "unlimited");
  }

  /** Makes the home; the adapter is not started yet. */
  public static TestAdapter in(Path folder) {
    try {
      return new TestAdapter(TestHome.in(folder), Sandbox.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A setting or secret of its environment, such as DMP_PASSWORD. */
  public TestAdapter set(String name, String value) {
    settings.put(name, value);
    return this;
  }

  public TestAdapter start() {
    running = StartedAdapter.in(home, settings);
    return this;
  }

  public Sandbox dmp() {
    return dmp;
  }

  public RunningAdapter running() {
    return running;
  }

  /** A monitor that asks its operations port. */
  public AskedHealth health() {
    return new AskedHealth(running.operationsPort());
  }

  public int webhooksPort() {
    return running.webhooksPort().orElseThrow();
  }

  /** Where a shop posts what is meant for a source. */
  public URI webhook(String source) {
    return URI.create("http://127.0.0.1:" + webhooksPort() + "/webhooks/" + source);
  }

  @Override
  public void close() {
    if (running != null) {
      running.close();
    }
    dmp.close();
  }
}
