package com.nexway.dmp.adapter.http;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Who is behind a port. */
public interface Reception {
  /**
   * Looks at a head before any of its body is read. It is called on the port's only thread: it must
   * not wait for anything.
   *
   * @return what turns it away; empty where its body may come
   */
  Optional<Refusal> turnAway(RequestHead head);

  /**
   * Works on a whole request, on a thread of its own.
   *
   * @param body its bytes; to be asked for once, on that other thread
   * @param answer takes the answer, once, on any thread
   */
  void work(RequestHead head, Supplier<byte[]> body, Consumer<HttpReply> answer);

  /**
   * A request whose head was fine was turned away by the port itself, for its body; called on the
   * port's only thread.
   */
  void cut(RequestHead head, HttpReply reply);
}
