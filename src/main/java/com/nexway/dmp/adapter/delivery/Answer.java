package com.nexway.dmp.adapter.delivery;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What came back for one request.
 *
 * @param status the HTTP status; 0 where no answer came
 * @param retryAfter the header {@code Retry-After}
 * @param location the header {@code Location}
 * @param body the answer's body, as far as it was read
 * @param failure why no answer came
 */
public record Answer(
    int status,
    @Nullable String retryAfter,
    @Nullable String location,
    @Nullable String body,
    @Nullable Throwable failure) {

  /**
   * An answer.
   *
   * @param headers finds a header by its name, regardless of case
   */
  public static Answer of(
      int status, UnaryOperator<@Nullable String> headers, @Nullable String body) {
    return new Answer(status, headers.apply("Retry-After"), headers.apply("Location"), body, null);
  }

  /** No answer came. */
  public static Answer none(Throwable failure) {
    return new Answer(0, null, null, null, failure);
  }
}
