package com.nexway.dmp.adapter.source.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A shop's database as one source may use it: to read, within its limits, and with values as {@link
 * SqlValues} reads them, whoever asks.
 */
public final class ShopDatabase implements InvocationHandler {
  private final Object real;
  private final DatabaseLimits limits;

  private ShopDatabase(Object real, DatabaseLimits limits) {
    this.real = real;
    this.limits = limits;
  }

  /**
   * A database for one source.
   *
   * @param database found when the first connection is needed
   */
  public static DataSource of(Supplier<DataSource> database, DatabaseLimits limits) {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) ->
            new ShopDatabase(database.get(), limits).invoke(proxy, method, arguments));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (real instanceof ResultSet row
        && method.getName().equals("getObject")
        && arguments != null
        && arguments.length == 1
        && arguments[0] instanceof Integer column) {
      return SqlValues.read(row, column);
    }
    Object result;
    try {
      result = method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
    return result == null ? null : wrapped(result);
  }

  private Object wrapped(Object result) throws SQLException {
    if (result instanceof Connection connection) {
      connection.setReadOnly(true);
      return proxy(Connection.class, new ShopDatabase(connection, limits));
    }
    if (result instanceof PreparedStatement statement) {
      return proxy(PreparedStatement.class, new ShopDatabase(bounded(statement), limits));
    }
    if (result instanceof Statement statement) {
      return proxy(Statement.class, new ShopDatabase(bounded(statement), limits));
    }
    if (result instanceof ResultSet rows) {
      return proxy(ResultSet.class, new ShopDatabase(rows, limits));
    }
    if (result instanceof ResultSetMetaData meta) {
      return proxy(ResultSetMetaData.class, new PlainTypes(meta));
    }
    return result;
  }

  private <S extends Statement> S bounded(S statement) throws SQLException {
    statement.setQueryTimeout((int) limits.queryTimeout().toSeconds());
    statement.setFetchSize(limits.fetchRows());
    return statement;
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** Large objects look like any other column: else they would be handed on unread. */
  private record PlainTypes(ResultSetMetaData real) implements InvocationHandler {
    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      try {
        Object result = method.invoke(real, arguments);
        return method.getName().equals("getColumnType") ? Types.OTHER : result;
      } catch (InvocationTargetException e) {
        throw e.getCause() == null ? e : e.getCause();
      }
    }
  }
}
