package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.source.database.DatabasePoll;
import com.nexway.dmp.adapter.source.database.DatabaseReader;
import com.nexway.dmp.adapter.source.database.QueryExecutor;
import com.nexway.dmp.adapter.source.database.Question;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.jdbc.JdbcConstants;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.UnitOfWorkHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of routes/database.yaml that are ours; bean {@code database}. */
public final class DatabaseSteps {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseSteps.class);

  private static final String POLL = "poll";

  private final DatabaseReader reader;

  DatabaseSteps(DatabaseReader reader) {
    this.reader = reader;
  }

  /** Where the registry has the database of a source. */
  static String name(String source) {
    return source + "-database";
  }

  /** Begins a run. */
  public void begin(String source, Exchange exchange) throws SQLException {
    DataSource database =
        CamelContextHelper.mandatoryLookup(exchange.getContext(), name(source), DataSource.class);
    exchange.setVariable(POLL, reader.begin(source, database));
  }

  /** Whether there is another page; a run ends early when the adapter stops. */
  public boolean goesOn(Exchange exchange) {
    return poll(exchange).isOpen() && !exchange.getContext().isStopping();
  }

  /** Puts the SQL of the next page into the body, and its parameters beside it. */
  public void ask(Exchange exchange) {
    put(poll(exchange).ask(), exchange);
  }

  /** A question as camel-jdbc takes it. */
  static void put(Question question, Exchange exchange) {
    Message message = exchange.getMessage();
    message.removeHeaders("*");
    message.setHeader(JdbcConstants.JDBC_PARAMETERS, question.parameters());
    message.setBody(question.sql());
  }

  /** Makes the rows in the body a batch; leaves the body empty where there is nothing to store. */
  public void batch(Exchange exchange) throws SQLException {
    Batch batch = read(exchange, poll(exchange)::answer);
    LOG.debug(
        "{}: a page was read, {} records of it new",
        exchange.getFromRouteId(),
        batch == null ? 0 : batch.records().size());
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setBody(batch);
  }

  /**
   * Reads an answer that streams, and gives its connection back at once: by itself, Camel would do
   * so at the end of the exchange, which is the end of the run, and keep each answer until then.
   */
  static <T extends @Nullable Object> T read(Exchange exchange, QueryExecutor.Reading<T> reading)
      throws SQLException {
    @SuppressWarnings("unchecked") // its rows are maps by the columns' names
    Iterator<Map<String, Object>> rows = exchange.getMessage().getBody(Iterator.class);
    try {
      return reading.read(rows);
    } catch (RuntimeCamelException e) {
      if (e.getCause() instanceof SQLException broken) {
        throw broken;
      }
      throw e;
    } finally {
      close(exchange);
    }
  }

  private static void close(Exchange exchange) {
    Exchange answer = exchange;
    UnitOfWork run = exchange.getUnitOfWork();
    if (run != null) {
      answer = new DefaultExchange(exchange.getContext());
      run.handoverSynchronization(answer);
    }
    List<Synchronization> open = answer.getExchangeExtension().handoverCompletions();
    if (open != null) {
      UnitOfWorkHelper.doneSynchronizations(exchange, open);
    }
  }

  /** The batch is on disk. */
  public void stored(Exchange exchange) {
    poll(exchange).stored();
  }

  /** The run ended well, or early because the adapter stops. */
  public void succeeded(Exchange exchange) {
    if (!poll(exchange).isOpen()) {
      reader.succeeded(poll(exchange));
    }
  }

  /** The run failed. */
  public void failed(String source, Exchange exchange) {
    Exception why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    DatabasePoll poll = exchange.getVariable(POLL, DatabasePoll.class);
    if (poll != null && poll.isCounting()) {
      reader.uncounted(poll, Causes.words(why));
    } else {
      reader.failed(source, Causes.words(why), Causes.fault(why));
    }
  }

  private static DatabasePoll poll(Exchange exchange) {
    return exchange.getVariable(POLL, DatabasePoll.class);
  }
}
