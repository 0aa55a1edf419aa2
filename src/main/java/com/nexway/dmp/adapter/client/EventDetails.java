package com.nexway.dmp.adapter.client;

import java.util.Set;
import org.apache.hc.core5.http.EntityDetails;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a request says of its body: JSON of a known length, as it is.
 *
 * @param length bytes
 */
record EventDetails(long length) implements EntityDetails {
  @Override
  public long getContentLength() {
    return length;
  }

  @Override
  public String getContentType() {
    return "application/json";
  }

  @Override
  public @Nullable String getContentEncoding() {
    return null;
  }

  @Override
  public boolean isChunked() {
    return false;
  }

  @Override
  public Set<String> getTrailerNames() {
    return Set.of();
  }
}
