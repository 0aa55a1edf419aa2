package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.source.database.QueryExecutor;
import com.nexway.dmp.adapter.source.database.Question;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/** Asks a shop's database outside of a run, by the endpoint of routes/database.yaml. */
public final class JdbcExecutor implements QueryExecutor, AutoCloseable {
  /** What stands at the endpoint in routes/database.yaml, too. */
  static final String OPTIONS =
      "useHeadersAsParameters=true&resetAutoCommit=false&outputType=StreamList"
          + "&statement.fetchSize=20&statement.queryTimeout=";

  private final CamelContext context = new DefaultCamelContext();
  private final Producer producer;

  /**
   * @param timeout how long one question may take
   */
  public JdbcExecutor(DataSource database, Duration timeout) {
    context.getRegistry().bind("shop", DataSource.class, database);
    try {
      producer = context.getEndpoint("jdbc:shop?" + OPTIONS + timeout.toSeconds()).createProducer();
      context.start();
      producer.start();
    } catch (Exception e) {
      throw new IllegalStateException("a context without routes starts", e);
    }
  }

  @Override
  public <T extends @Nullable Object> T ask(Question question, Reading<T> reading)
      throws SQLException {
    Exchange exchange = producer.getEndpoint().createExchange();
    DatabaseSteps.put(question, exchange);
    try {
      producer.process(exchange);
    } catch (SQLException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return DatabaseSteps.read(exchange, reading);
  }

  @Override
  public void close() {
    context.stop();
  }
}
