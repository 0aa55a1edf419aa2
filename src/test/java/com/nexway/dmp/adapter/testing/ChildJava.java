package com.nexway.dmp.adapter.testing;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program of this build in a Java of its own: the same Java, the same class path. */
public final class ChildJava {
  /** The program {@code java} that runs the tests. */
  public static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static final int ASKS_FOR_NATIVE_ACCESS = 22;

  private ChildJava() {}

  /**
   * The command that starts a program.
   *
   * @param options Java's own options, beside those that keep its files in {@link Scratch}
   */
  public static List<String> command(List<String> options, Class<?> main, String... arguments) {
    return command(options, classPath(), main, arguments);
  }

  /** The same with another class path. */
  static List<String> command(
      List<String> options, String classPath, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(JAVA);
    command.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
    command.add("-XX:-UsePerfData");
    if (Runtime.version().feature() >= ASKS_FOR_NATIVE_ACCESS) {
      command.add("--enable-native-access=ALL-UNNAMED"); // the manifest of the jar says so
    }
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** All that the tests run with, as absolute paths, since a program may run in another folder. */
  public static String classPath() {
    String ofTests = System.getProperty("surefire.test.class.path");
    String all = ofTests == null ? System.getProperty("java.class.path") : ofTests;
    return Stream.of(all.split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((a, b) -> a + File.pathSeparator + b)
        .orElseThrow();
  }
}
