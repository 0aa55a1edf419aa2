package com.nexway.dmp.adapter.http;

import org.jspecify.annotations.Nullable;

/**
 * What a request is turned away with before its body is read.
 *
 * @param onlooker sees the body that comes all the same; null where nobody asks
 */
public record Refusal(HttpReply reply, @Nullable Onlooker onlooker) {
  public static Refusal of(HttpReply reply) {
    return new Refusal(reply, null);
  }
}
