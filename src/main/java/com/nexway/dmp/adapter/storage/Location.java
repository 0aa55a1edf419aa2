package com.nexway.dmp.adapter.storage;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a database of ours is.
 *
 * @param url {@code jdbc:sqlite:FILE}, an absolute path on a local disk, or {@code
 *     jdbc:postgresql://HOST/NAME}: there the tables stand in a schema of their own, {@code
 *     dmp_adapter}, unless {@code ?currentSchema=} names another
 * @param username PostgreSQL's user; null where the URL or the server says it
 * @param password PostgreSQL's password
 * @param patience how long a lock that another thread or process holds is waited for
 */
public record Location(
    String url, @Nullable String username, @Nullable String password, Duration patience) {

  /** A location without a user, with ten seconds of patience. */
  public static Location of(String url) {
    return new Location(url, null, null, Duration.ofSeconds(10));
  }

  /** The URL without its parameters, which may hold a password: for messages. */
  @Override
  public String toString() {
    return url.replaceFirst("[?].*", "").replaceFirst("//[^/@]*@", "//");
  }
}
