package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.http.HttpReply;
import com.nexway.dmp.adapter.http.RequestHead;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may reach the routes of a port, told from a request's head alone. */
interface Gate {
  /** Whoever asks and sends nothing. */
  Gate FOR_QUESTIONS =
      new Gate() {
        @Override
        public Optional<HttpReply> deny(RequestHead head) {
          return head.hasBody()
              ? Optional.of(HttpReply.json(413, "this address takes no body"))
              : Optional.empty();
        }
      };

  /** A look at a body that is thrown away. */
  interface Look {
    /** The next bytes. */
    void see(byte[] bytes);

    /** What the route is to be told of the request; null where nothing is. */
    byte @Nullable [] found();
  }

  /**
   * A request for an address of the port that has a route.
   *
   * @return what it is answered with; empty where its body may come
   */
  Optional<HttpReply> deny(RequestHead head);

  /** A request for an address that has none. */
  default HttpReply missing(RequestHead head) {
    return HttpReply.json(404, "there is nothing at this address");
  }

  /**
   * A request for an address that has a route was answered before it was read to its end.
   *
   * @return a look at its body; null where it is of no interest
   */
  default @Nullable Look answered(RequestHead head, HttpReply reply) {
    return null;
  }
}
