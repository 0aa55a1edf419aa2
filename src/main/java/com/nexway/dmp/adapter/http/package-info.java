/**
 * HTTP/1.1 ports that no stranger can fill: every wait, byte and connection has a bound, in sum.
 *
 * <p>They stand on Netty's sockets. Heads and chunks are read by our own few lines: a library's
 * decoder keeps many times the bytes that small headers take, for each connection that never ends
 * its head, and reads a second request before the first one is answered.
 */
@NullMarked
package com.nexway.dmp.adapter.http;

import org.jspecify.annotations.NullMarked;
