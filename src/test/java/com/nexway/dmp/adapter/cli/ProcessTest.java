package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.ChildJava;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a shell starts it: the repository's root is a home. */
class ProcessTest {
  @TempDir Path elsewhere;

  @Test
  void check_finds_the_home_by_the_variable_and_the_login_in_the_environment() throws Exception {
    ProcessBuilder program = program("check");
    program.environment().put("ADAPTER_HOME", Path.of("").toAbsolutePath().toString());
    program.environment().put("DMP_USERNAME", "merchant");
    program.environment().put("DMP_PASSWORD", "swordfish");

    Called called = run(program);

    assertThat(called.out()).startsWith("All is right in ").doesNotContain("swordfish");
    assertThat(called.exit()).isZero();
    assertThat(called.err()).isEmpty();
  }

  @Test
  void wrong_use_ends_with_2_and_answers_nothing() throws Exception {
    Called called = run(program("chek"));

    assertThat(called.exit()).isEqualTo(2);
    assertThat(called.out()).isEmpty();
    assertThat(called.err()).contains("did you mean check?");
  }

  private ProcessBuilder program(String... args) {
    return new ProcessBuilder(ChildJava.command(List.of(), Adapter.class, args))
        .directory(elsewhere.toFile());
  }

  private static Called run(ProcessBuilder program) throws IOException, InterruptedException {
    Process process = program.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Called(process.waitFor(), out, err);
  }
}
