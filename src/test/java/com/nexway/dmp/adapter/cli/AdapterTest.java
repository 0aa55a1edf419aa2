package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.storage.StorageUnavailable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class AdapterTest {
  @TempDir Path folder;

  @Command(name = "break")
  static final class Break implements Callable<Integer> {
    private final RuntimeException fault;

    Break(RuntimeException fault) {
      this.fault = fault;
    }

    @Override
    public Integer call() {
      throw fault;
    }
  }

  @Test
  void help_names_every_command() {
    Called help = Called.with("--help");

    assertThat(help.exit()).isZero();
    assertThat(help.out()).contains("check", "sandbox");
  }

  @Test
  void every_command_has_help() {
    for (String command : Adapter.commandLine().getSubcommands().keySet()) {
      Called help = Called.with(command, "--help");

      assertThat(help.exit()).as(command).isZero();
      assertThat(help.out()).contains("Usage: nexway-dmp-adapter " + command);
    }
  }

  @Test
  void the_version_is_told() {
    assertThat(Called.with("--version").out()).startsWith("nexway-dmp-adapter ");
  }

  @Test
  void without_a_command_the_commands_are_named() {
    Called called = Called.with();

    assertThat(called.exit()).isEqualTo(2);
    assertThat(called.err())
        .startsWith("nexway-dmp-adapter: no command was given")
        .contains("check");
  }

  @Test
  void a_command_that_does_not_exist_is_told_with_the_nearest_one() {
    Called called = Called.with("chek");

    assertThat(called.exit()).isEqualTo(2);
    assertThat(called.out()).isEmpty();
    assertThat(called.err().lines())
        .startsWith("nexway-dmp-adapter: there is no command 'chek'; did you mean check?");
  }

  @Test
  void an_option_that_does_not_exist_is_told_with_the_nearest_one() {
    Called called = Called.with("check", "--hom", "x");

    assertThat(called.exit()).isEqualTo(2);
    assertThat(called.err().lines())
        .containsExactly(
            "nexway-dmp-adapter check: there is no option '--hom'; did you mean --home?",
            "More: nexway-dmp-adapter check --help");
  }

  @Test
  void an_argument_too_many_is_told() {
    Called called = Called.with("check", "everything");

    assertThat(called.exit()).isEqualTo(2);
    assertThat(called.err()).contains("there is no argument 'everything'");
  }

  @Test
  void a_folder_that_is_no_home_is_wrong_use() {
    Called called = Called.with("check", "--home", folder.toString());

    assertThat(called.exit()).isEqualTo(2);
    assertThat(called.err()).startsWith(folder + " is not a home of the adapter (--home says so)");
  }

  @Test
  void an_expected_failure_is_one_sentence() {
    Called called =
        Called.with(breaking(new StorageUnavailable("the disk is full", null)), "break");

    assertThat(called).isEqualTo(new Called(1, "", "the disk is full" + System.lineSeparator()));
  }

  @Test
  void a_file_that_may_not_be_read_is_one_sentence_however_deep_it_lies() throws IOException {
    String file = Files.createFile(folder.resolve("csv.yaml")).toString();
    for (IOException denied :
        new IOException[] {
          new FileNotFoundException(file + " (Permission denied)"), new AccessDeniedException(file)
        }) {
      RuntimeException wrapped = new IllegalStateException(new UncheckedIOException("x", denied));

      Called called = Called.with(breaking(wrapped), "break");

      assertThat(called.exit()).isEqualTo(1);
      assertThat(called.err().lines()).singleElement().asString().startsWith(file + " cannot be");
    }
  }

  @Test
  void an_unexpected_fault_keeps_its_stack_trace_in_a_file() throws Exception {
    Called called = Called.with(breaking(new IllegalStateException("impossible")), "break");

    assertThat(called.exit()).isEqualTo(1);
    assertThat(called.err()).doesNotContain("\tat ");
    Matcher file = Pattern.compile("The details are in (.*?\\.log)\\.").matcher(called.err());
    assertThat(file.find()).isTrue();
    Path log = Path.of(file.group(1));
    assertThat(log).content().contains("IllegalStateException: impossible", "\tat ");
    Files.delete(log);
  }

  private static CommandLine breaking(RuntimeException fault) {
    return Adapter.commandLine().addSubcommand(new Break(fault));
  }
}
