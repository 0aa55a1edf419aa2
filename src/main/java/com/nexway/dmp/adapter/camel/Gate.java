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
        public Optional<Denial> deny(RequestHead head) {
          return head.hasBody()
              ? Optional.of(Denial.of(413, "this address takes no body"))
              : Optional.empty();
        }
      };

  /**
   * What a request is turned away with.
   *
   * @param look at the body that comes all the same; null where it is of no interest
   */
  record Denial(HttpReply reply, @Nullable Look look) {
    static Denial of(int status, String words) {
      return new Denial(HttpReply.json(status, words), null);
    }
  }

  /** A look at a body that is thrown away. */
  interface Look {
    /** The next bytes. */
    void see(byte[] bytes);

    /** What the route is to be told of the request; null where nothing is. */
    byte @Nullable [] found();
  }

  /** A request for an address of the port that has a route. */
  Optional<Denial> deny(RequestHead head);

  /** A request for an address that has none. */
  default HttpReply missing(RequestHead head) {
    return HttpReply.json(404, "there is nothing at this address");
  }

  /** A request was let in, and cut within its body. */
  default void cut(RequestHead head, HttpReply reply) {}
}
