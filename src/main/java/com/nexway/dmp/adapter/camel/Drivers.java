package com.nexway.dmp.adapter.camel;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** JDBC drivers that the merchant dropped into the home's {@code lib/}. */
public final class Drivers {
  private Drivers() {}

  /**
   * Makes the drivers of a folder's jars known to this process; nothing where there is no folder.
   *
   * @throws CannotStart if the folder cannot be read or a driver refuses
   */
  public static void from(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
      URL[] addresses = new URL[jars.size()];
      for (int i = 0; i < addresses.length; i++) {
        addresses[i] = jars.get(i).toUri().toURL();
      }
      // Open as long as the process: the drivers load their classes when they are used.
      ClassLoader loader = new URLClassLoader(addresses, Drivers.class.getClassLoader());
      for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
        if (driver.getClass().getClassLoader() == loader) {
          DriverManager.registerDriver(new Dropped(driver));
        }
      }
    } catch (IOException | SQLException e) {
      throw new CannotStart("the JDBC drivers in " + folder + " cannot be loaded: " + e, e);
    }
  }

  /** DriverManager only hands out drivers of its caller's class loader: this one is. */
  private record Dropped(Driver driver) implements Driver {
    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
      return driver.connect(url, info);
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
      return driver.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
      return driver.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
      return driver.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
      return driver.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
      return driver.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
      return driver.getParentLogger();
    }
  }
}
