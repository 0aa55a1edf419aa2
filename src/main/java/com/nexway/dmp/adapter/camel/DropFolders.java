package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.files.Obstacle;
import com.nexway.dmp.adapter.source.SourceStates;
import com.nexway.dmp.adapter.source.csv.CsvDrop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.FileEndpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.support.DefaultConsumer;

/**
 * HealthChecks at each drop folder before camel-file does, which is silent about a folder that it
 * cannot read, and tells the same failure at each look; bean {@code dropFolders}.
 */
final class DropFolders implements PollingConsumerPollStrategy {
  private static final String SUBJECT = "the drop folder";
  private static final String LOOK = "the look at the drop folder";
  private static final String DONE = ".done";

  private final SourceStates states;
  private final CsvDrop drop;

  DropFolders(SourceStates states, CsvDrop drop) {
    this.states = states;
    this.drop = drop;
  }

  /** What can be read is read, even where it cannot be moved away afterwards: that is told. */
  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    Path folder = ((FileEndpoint) endpoint).getFile().toPath();
    Optional<String> obstacle = obstacle(folder);
    if (obstacle.isPresent()) {
      states.failed(source(consumer), SUBJECT, obstacle.get());
    } else {
      states.mended(source(consumer), SUBJECT);
    }
    return Files.isDirectory(folder) && Files.isReadable(folder) && isLookedAt(consumer, folder);
  }

  private boolean isLookedAt(Consumer consumer, Path folder) {
    try {
      drop.look(source(consumer), folder);
      return true;
    } catch (IOException e) {
      states.failed(source(consumer), SUBJECT, Obstacle.words(e));
      return false;
    }
  }

  @Override
  public void commit(Consumer consumer, Endpoint endpoint, int polled) {
    states.mended(source(consumer), LOOK);
  }

  @Override
  public boolean rollback(Consumer consumer, Endpoint endpoint, int retries, Exception cause) {
    states.failed(
        source(consumer),
        LOOK,
        "the drop folder could not be looked at: " + Causes.words(cause),
        Causes.fault(cause));
    return false;
  }

  /** A folder that somebody took away is made again. */
  private static Optional<String> obstacle(Path folder) {
    if (Files.notExists(folder)) {
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        return Optional.of(Obstacle.words(e));
      }
    }
    Path done = folder.resolve(DONE);
    return Obstacle.toFolder(folder)
        .or(() -> Files.exists(done) ? Obstacle.toFolder(done) : Optional.empty());
  }

  private static String source(Consumer consumer) {
    return ((DefaultConsumer) consumer).getRouteId();
  }
}
