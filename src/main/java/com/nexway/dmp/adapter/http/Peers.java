package com.nexway.dmp.adapter.http;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who sends, for limits by address. Behind a proxy every sender has the proxy's address: where a
 * request comes from this machine or from a trusted proxy, the address counts that the proxy writes
 * at the end of X-Forwarded-For, and the connections themselves are not counted.
 */
final class Peers {
  private static final int IPV6_NETWORK = 8;

  private final List<Network> trusted;
  private final Map<String, Integer> requests = new HashMap<>();

  /**
   * @param trusted addresses such as {@code 172.17.0.1}, and networks such as {@code 172.16.0.0/12}
   */
  Peers(List<String> trusted) {
    this.trusted = trusted.stream().map(Network::of).toList();
  }

  /** What a connection is counted under; null where it is not. */
  @Nullable String connection(@Nullable InetAddress peer) {
    return peer == null || passesOn(peer) ? null : key(peer);
  }

  /** What a request is counted under; null where its connection is counted, or nobody is told. */
  @Nullable String request(@Nullable InetAddress peer, String forwardedFor) {
    if (peer == null || !passesOn(peer)) {
      return null;
    }
    String[] addresses = forwardedFor.split(",");
    for (int i = addresses.length - 1; i >= 0; i--) {
      InetAddress address = address(addresses[i]);
      if (address == null) {
        return null;
      }
      if (!passesOn(address)) {
        return key(address);
      }
    }
    return null;
  }

  /**
   * A request begins.
   *
   * @param key who it is counted under
   * @param most how many there may be at a time
   * @return false where there are as many already, and it is not counted
   */
  boolean enter(String key, int most) {
    int now = requests.getOrDefault(key, 0);
    if (now >= most) {
      return false;
    }
    requests.put(key, now + 1);
    return true;
  }

  /** A request that {@link #enter} counted is over. */
  void leave(String key) {
    requests.computeIfPresent(key, (same, now) -> now == 1 ? null : now - 1);
  }

  private boolean passesOn(InetAddress peer) {
    return peer.isLoopbackAddress() || trusted.stream().anyMatch(network -> network.holds(peer));
  }

  /** Whoever has one address of IPv6 has a whole network of them. */
  private static String key(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address
        ? Arrays.toString(Arrays.copyOf(bytes, IPV6_NETWORK))
        : address.getHostAddress();
  }

  /** An address as a proxy writes it: also with a port, and IPv6 in brackets. */
  private static @Nullable InetAddress address(String written) {
    String text = written.strip();
    if (text.startsWith("[") && text.indexOf(']') > 0) {
      text = text.substring(1, text.indexOf(']'));
    } else if (text.indexOf(':') == text.lastIndexOf(':') && text.indexOf(':') > 0) {
      text = text.substring(0, text.indexOf(':'));
    }
    return NetUtil.createInetAddressFromIpAddressString(text);
  }

  /** An address with how many of its first bits count. */
  private record Network(byte[] address, int bits) {
    static Network of(String written) {
      String[] parts = written.split("/", 2);
      byte[] address = NetUtil.createByteArrayFromIpAddressString(parts[0].strip());
      if (address == null) {
        throw new IllegalArgumentException("no address: " + written);
      }
      return new Network(
          address, parts.length == 1 ? address.length * 8 : Integer.parseInt(parts[1].strip()));
    }

    boolean holds(InetAddress peer) {
      byte[] other = peer.getAddress();
      if (other.length != address.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((other[bit / 8] & mask) != (address[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
