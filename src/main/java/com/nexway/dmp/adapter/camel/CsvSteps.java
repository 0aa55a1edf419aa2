package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.outbox.Accepted;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.Unreadable;
import com.nexway.dmp.adapter.source.csv.CsvDrop;
import com.nexway.dmp.adapter.source.csv.CsvReading;
import com.nexway.dmp.adapter.source.csv.CsvRefused;
import com.nexway.dmp.adapter.source.csv.ErrorFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.support.SynchronizationAdapter;

/** The steps of routes/csv.yaml that are ours; bean {@code csv}. */
public final class CsvSteps {
  private static final String READING = "reading";

  /** What the name of a file that is done begins with; routes/csv.yaml moves it there. */
  private static final String STAMP = "stamp";

  private final CsvDrop drop;

  CsvSteps(CsvDrop drop) {
    this.drop = drop;
  }

  /** Whether a file of the folder is to be read now. */
  public boolean takes(String source, Exchange exchange) {
    Path file;
    try {
      file = path(exchange);
    } catch (InvalidPathException e) {
      return false; // its name is mended at the next look at the folder
    }
    try {
      return drop.takes(source, file);
    } catch (RuntimeException e) { // which Camel would take for a no, in silence
      drop.failed(source, file, Causes.words(e), e);
      return false;
    }
  }

  /** Puts the file's batches into the body, to be split, from behind the rows that are done. */
  public void open(String source, Exchange exchange) throws IOException, CsvRefused {
    Path file = path(exchange);
    exchange.getExchangeExtension().addOnCompletion(new Ending(source, file));
    CsvReading reading = drop.open(source, file);
    exchange.setVariable(READING, reading);
    Iterator<Batch> batches = drop.batches(source, file, reading);
    exchange.getMessage().setBody(new UntilStop(batches, exchange.getContext()));
  }

  /** A batch was stored: the lines of those of its records that were refused become the body. */
  public void stored(String source, Exchange exchange) throws IOException {
    CsvReading reading = exchange.getVariable(READING, CsvReading.class);
    drop.stored(source, path(exchange), reading);
    Drafts drafts = exchange.getVariable("drafts", Drafts.class);
    Accepted accepted = exchange.getMessage().getBody(Accepted.class);
    ErrorFile errors = reading.errors();
    List<List<String>> lines = new ArrayList<>();
    if (errors != null && accepted != null && drafts != null && !accepted.refused().isEmpty()) {
      for (Draft draft : drafts.drafts()) {
        if (draft instanceof Draft.Refused no && is(no.record().origin(), accepted)) {
          lines.addAll(errors.lines(no.record().rows(), no.problems()));
        }
      }
      for (Unreadable no : drafts.batch().unreadable()) {
        if (is(no.origin(), accepted)) {
          lines.addAll(errors.lines(no.rows(), no.problems()));
        }
      }
      exchange.getMessage().setBody(errors.begun(lines));
      exchange.setVariable("errors", errors.fileName());
      exchange.setVariable("delimiter", errors.delimiter());
    } else {
      exchange.getMessage().setBody(lines);
    }
  }

  private static boolean is(Origin origin, Accepted accepted) {
    return accepted.refused().contains(origin.place());
  }

  /** Ends reading; fails where the file is not what it was, for then it must be read again. */
  public void finish(String source, Exchange exchange) throws IOException {
    drop.finish(source, path(exchange), exchange.getVariable(READING, CsvReading.class));
    exchange.setVariable(STAMP, drop.stamp());
  }

  /**
   * Batches for as long as the adapter runs. A stop ends the file with a failure between two of
   * them: it stays, and the next start goes on there; nobody waits for a million rows.
   */
  private record UntilStop(Iterator<Batch> batches, CamelContext context)
      implements Iterator<Batch> {
    @Override
    public boolean hasNext() {
      return batches.hasNext();
    }

    @Override
    public Batch next() {
      if (context.isStopping()) {
        throw new CancellationException("the adapter stops");
      }
      return batches.next();
    }
  }

  private static Path path(Exchange exchange) {
    GenericFile<?> file =
        exchange.getProperty(ExchangePropertyKey.FILE_EXCHANGE_FILE, GenericFile.class);
    return ((File) file.getFile()).toPath();
  }

  /** Closes the file, and tells the drop folder how it ended; after Camel has moved it. */
  private final class Ending extends SynchronizationAdapter {
    private final String source;
    private final Path file;

    Ending(String source, Path file) {
      this.source = source;
      this.file = file;
    }

    @Override
    public int getOrder() {
      return LOWEST;
    }

    @Override
    public void onComplete(Exchange exchange) {
      close(exchange);
      try {
        String name = exchange.getVariable(STAMP, String.class) + "-" + file.getFileName();
        drop.done(source, file, file.resolveSibling(".done").resolve(name));
      } catch (IOException e) {
        drop.failed(source, file, Causes.words(e), null);
      }
    }

    @Override
    public void onFailure(Exchange exchange) {
      close(exchange);
      Exception why = exchange.getException();
      if (exchange.getContext().isStopping() || exchange.getContext().isStopped()) {
        return;
      }
      if (why instanceof CsvRefused refused) {
        drop.refused(source, file, String.valueOf(refused.getMessage()));
      } else if (why instanceof AccessDeniedException denied) {
        drop.denied(source, file, denied);
      } else {
        drop.failed(source, file, Causes.words(why), Causes.fault(why));
      }
    }

    private void close(Exchange exchange) {
      drop.closed(source);
      CsvReading reading = exchange.getVariable(READING, CsvReading.class);
      if (reading == null) {
        return;
      }
      try {
        reading.close();
      } catch (IOException e) {
        drop.failed(source, file, Causes.words(e), null);
      }
    }
  }
}
