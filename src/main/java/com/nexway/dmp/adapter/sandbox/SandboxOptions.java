package com.nexway.dmp.adapter.sandbox;

/**
 * How a stand-in for the DMP is set up.
 *
 * @param host the address to listen on
 * @param port the port to listen on, 0 for any free one
 * @param username the user name that Basic authentication asks for
 * @param password the password that goes with it
 * @param rules whether bodies are checked against the document; without it any body is taken
 * @param mostBytes bodies above this many bytes are answered 413; the document names no limit
 * @param rememberedBytes about how much memory the remembered requests may take; the oldest are
 *     forgotten first, the counts stay
 */
public record SandboxOptions(
    String host,
    int port,
    String username,
    String password,
    boolean rules,
    int mostBytes,
    long rememberedBytes) {

  private static final int MEGABYTE = 1024 * 1024;

  public SandboxOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("the port must be 0 to 65535, not " + port);
    }
    if (username.isEmpty() || username.contains(":")) {
      throw new IllegalArgumentException(
          "Basic authentication needs a user name without a colon, not '" + username + "'");
    }
  }

  /** On a free port of this machine, {@code sandbox} as user name and password, rules on. */
  public static SandboxOptions defaults() {
    return new SandboxOptions("127.0.0.1", 0, "sandbox", "sandbox", true, MEGABYTE, 64L * MEGABYTE);
  }

  public SandboxOptions withHost(String other) {
    return new SandboxOptions(other, port, username, password, rules, mostBytes, rememberedBytes);
  }

  public SandboxOptions withPort(int other) {
    return new SandboxOptions(host, other, username, password, rules, mostBytes, rememberedBytes);
  }

  public SandboxOptions withCredentials(String user, String pass) {
    return new SandboxOptions(host, port, user, pass, rules, mostBytes, rememberedBytes);
  }

  public SandboxOptions withRules(boolean on) {
    return new SandboxOptions(host, port, username, password, on, mostBytes, rememberedBytes);
  }

  public SandboxOptions withMostBytes(int most) {
    return new SandboxOptions(host, port, username, password, rules, most, rememberedBytes);
  }

  public SandboxOptions withRememberedBytes(long most) {
    return new SandboxOptions(host, port, username, password, rules, mostBytes, most);
  }
}
