package com.nexway.dmp.adapter.http;

/**
 * Looks at a body that nobody reads, after its request was turned away: it may tell who the sender
 * was. Called on the port's only thread, so it must not wait; it keeps next to nothing.
 */
public interface Onlooker {
  /** Nobody looks. */
  Onlooker NOBODY =
      new Onlooker() {
        @Override
        public void see(byte[] bytes) {}

        @Override
        public void end() {}
      };

  /** The next bytes. */
  void see(byte[] bytes);

  /** That was all; not called where the body does not come to its end in time. */
  void end();
}
