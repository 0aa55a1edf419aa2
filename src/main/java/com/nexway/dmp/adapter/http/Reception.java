package com.nexway.dmp.adapter.http;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
   * @param body its body
   * @param answer takes the answer, once, on any thread
   */
  void work(RequestHead head, WholeBody body, Consumer<HttpReply> answer);

  /**
   * A request that was not turned away for its head is answered by the port itself, for its body;
   * called on the port's only thread.
   *
   * @return sees the whole body all the same, as far as it comes; null where nobody asks
   */
  @Nullable Onlooker cut(RequestHead head, HttpReply reply);
}
