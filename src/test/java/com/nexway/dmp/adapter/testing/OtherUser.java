package com.nexway.dmp.adapter.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who runs a program that refuses root: the user of the tests, or {@code nobody} where that is
 * root. A plain container has the programs that change the user, but no namespaces of users.
 */
final class OtherUser {
  private static final int NOBODY = 65_534;

  private static final List<String> SETPRIV =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

  /** Keeps the right to pass through folders that are root's alone, such as {@code /root}. */
  private static final List<String> THROUGH_FOLDERS =
      List.of(
          "--inh-caps=+dac_override",
          "--ambient-caps=+dac_override",
          "--securebits=+no_setuid_fixup");

  private static final List<List<String>> WAYS =
      List.of(
          Stream.concat(SETPRIV.stream(), THROUGH_FOLDERS.stream()).toList(),
          SETPRIV,
          List.of("su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "nobody", "--"));

  private final List<String> way;

  private OtherUser(List<String> way) {
    this.way = way;
  }

  /**
   * Gives a folder to a user as who {@code first} can be run, and runs it.
   *
   * @throws AssertionError when no way of changing the user works; says which were tried
   */
  static OtherUser owning(Path folder, List<String> first) {
    try {
      if (!Files.getAttribute(folder, "unix:uid").equals(0)) {
        return new OtherUser(List.of()).having(first);
      }
      Files.setAttribute(folder, "unix:uid", NOBODY);
      Files.setAttribute(folder, "unix:gid", NOBODY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> failures = new ArrayList<>();
    for (List<String> way : WAYS) {
      OtherUser user = new OtherUser(way);
      String failure = ServerProgram.failure(user.running(first), null);
      if (failure == null) {
        return user;
      }
      failures.add(way.get(0) + ": " + failure.strip());
    }
    throw new AssertionError(
        first.get(0)
            + " refuses root, and this machine lets no test change the user: it takes setpriv (of"
            + " util-linux) or su, or run the tests as another user. Tried:\n"
            + String.join("\n", failures));
  }

  private OtherUser having(List<String> first) {
    String failure = ServerProgram.failure(first, null);
    if (failure != null) {
      throw new AssertionError(first.get(0) + " failed: " + failure);
    }
    return this;
  }

  /** The command that runs this one as the user. */
  List<String> running(List<String> command) {
    List<String> all = new ArrayList<>(way);
    all.addAll(command);
    return all;
  }
}
