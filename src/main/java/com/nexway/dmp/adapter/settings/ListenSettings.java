package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.value.Addresses;
import com.nexway.dmp.adapter.value.Forms;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.value.Values;
import java.util.List;

/**
 * A port that the adapter opens.
 *
 * @param host the address it listens on: 127.0.0.1 for this machine alone, 0.0.0.0 for all
 * @param port 0 takes a free one
 */
public record ListenSettings(String host, int port) {

  /** The two keys of a section. */
  static List<Key<?>> keys(String section, int byDefault) {
    return List.of(host(section), port(section, byDefault));
  }

  static ListenSettings from(Values values, String section, int byDefault) {
    return new ListenSettings(values.get(host(section)), values.get(port(section, byDefault)));
  }

  private static Key<String> host(String section) {
    return Key.of(
        section + ".host",
        Addresses.host(),
        "127.0.0.1",
        "The address that is listened on: 127.0.0.1 is reached from this machine alone, 0.0.0.0 is"
            + " all of its addresses.");
  }

  private static Key<Integer> port(String section, int byDefault) {
    return Key.of(
        section + ".port",
        Forms.whole(0, 65_535),
        Integer.toString(byDefault),
        "The port; 0 takes a free one.");
  }
}
