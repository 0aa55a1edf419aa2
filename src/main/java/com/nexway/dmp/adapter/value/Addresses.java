package com.nexway.dmp.adapter.value;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The forms of keys that are addresses. None of them may carry a password: addresses are shown. */
public final class Addresses {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]");
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:.]{2,45}");
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
  private static final Pattern IPV6 = Pattern.compile("(?=.*::|([^:]*:){7})[0-9A-Fa-f:]{2,39}");
  private static final Pattern LOGIN =
      Pattern.compile("(?i)[?;&](user|username|password|pwd)\\s*=|//[^/?;]*@");
  private static final Pattern HIDDEN =
      Pattern.compile("(?i)((?:password|pwd|secret|token)\\s*=\\s*)[^&;]*|(//)[^/?;@]*@");

  private static final int NO_PORT = -1;
  private static final int LAST_PORT = 65_535;

  private Addresses() {}

  /** Where events are sent: encrypted, unless they stay on this machine. */
  public static Form<URI> dmp() {
    return Form.text(
        "an address that starts with https://, without user, password and ? (plain http:// only to"
            + " this machine: localhost or 127.0.0.1)",
        text ->
            uri(text)
                .filter(uri -> uri.getRawQuery() == null)
                .filter(
                    uri ->
                        "https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme())
                                && LOOPBACK.matcher(uri.getHost()).matches()));
  }

  /** A proxy on the way to the DMP. */
  public static Form<URI> proxy() {
    return Form.text(
        "an address such as http://proxy.example.com:3128, without user and password",
        text ->
            uri(text)
                .filter(uri -> "http".equals(uri.getScheme()) && uri.getPort() > 0)
                .filter(uri -> uri.getPath().isEmpty() || uri.getPath().equals("/")));
  }

  /** What a port listens on. */
  public static Form<String> host() {
    return Forms.word(
        "a host name or an address of this machine, such as 127.0.0.1 or 0.0.0.0",
        text -> HOST.matcher(text).matches());
  }

  /** Whether a text is an address, or an address and how many of its first bits count. */
  public static boolean isNetwork(String text) {
    String[] parts = text.split("/", 2);
    boolean is6 = parts[0].contains(":");
    if (!(is6 ? IPV6 : IPV4).matcher(parts[0]).matches()) {
      return false;
    }
    return parts.length == 1
        || parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= (is6 ? 128 : 32);
  }

  /** The database that holds the outbox. */
  public static Form<String> outbox() {
    return Forms.word(
        "an address: jdbc:sqlite: and a file on a local disk, or jdbc:postgresql:// and a database, without"
            + " user and password",
        text ->
            !LOGIN.matcher(text).find()
                && (text.matches("jdbc:sqlite:[^:?][^?]*")
                    || text.matches("jdbc:postgresql://[^/]+/.+")));
  }

  /** A database of the shop. */
  public static Form<String> database() {
    return Forms.word(
            "a JDBC address without user and password",
            text -> text.matches("jdbc:[a-z0-9]+:.+") && !LOGIN.matcher(text).find())
        .suchAs("jdbc:mariadb://127.0.0.1:3306/shop");
  }

  /** The text without what may be a password in it, for messages. */
  static String shown(String text) {
    String shown = HIDDEN.matcher(text).replaceAll("$1$2***");
    return shown.length() > 120 ? shown.substring(0, 120) + "…" : shown;
  }

  private static Optional<URI> uri(String text) {
    try {
      URI uri = new URI(text);
      boolean plain = uri.getRawUserInfo() == null && uri.getRawFragment() == null;
      boolean port = uri.getPort() == NO_PORT || uri.getPort() > 0 && uri.getPort() <= LAST_PORT;
      return plain && port && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
