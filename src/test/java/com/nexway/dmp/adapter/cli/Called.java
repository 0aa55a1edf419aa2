package com.nexway.dmp.adapter.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What came of a command that was called as from a shell.
 *
 * @param exit the exit code
 * @param out what it answered
 * @param err what it complained of
 */
record Called(int exit, String out, String err) {
  static Called with(String... args) {
    return with(Adapter.commandLine(), args);
  }

  static Called with(CommandLine commands, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        commands
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(args);
    return new Called(exit, out.toString(), err.toString());
  }
}
