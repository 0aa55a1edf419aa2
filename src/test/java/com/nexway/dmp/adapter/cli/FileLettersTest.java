package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.TestHome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with letters beyond ASCII, on a machine whose language says nothing, as cron's does. */
final class FileLettersTest {
  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(strings = {"C", "C.UTF-8"})
  void a_file_is_read_whatever_letters_its_name_has(String language) throws Exception {
    try (Sandbox dmp = Sandbox.start()) {
      TestHome.addFew(TestHome.in(home));
      drop();

      try (AdapterProcess adapter = AdapterProcess.run(home, dmp, "LC_ALL", language)) {
        adapter.awaitOutput("Ready.");
        await().until(() -> dmp.stats().taken() == 1);

        assertThat(adapter.output()).doesNotContain("fault of the program");
        if (language.equals("C")) {
          assertThat(adapter.output()).contains("LC_ALL=C.UTF-8", "commandes-__t__.csv");
        }
      }
    }
  }

  @Test
  void preview_and_check_say_nothing_of_a_fault_of_the_program() throws Exception {
    TestHome.addFew(TestHome.in(home));
    drop();

    try (Sandbox dmp = Sandbox.start();
        AdapterProcess preview =
            AdapterProcess.start(home, java.util.Map.of("LC_ALL", "C"), "preview", "few")) {
      preview.awaitOutput("claire@example.com");
      assertThat(preview.output()).doesNotContain("fault");
      try (AdapterProcess check =
          AdapterProcess.start(home, java.util.Map.of("LC_ALL", "C"), "check", "--connect")) {
        check.awaitOutput("LC_ALL=C.UTF-8");
        assertThat(check.output()).doesNotContain("fault of the program");
      }
      assertThat(dmp.stats().requests()).isZero();
    }
  }

  /** By a shell: Java itself may not have the letters. */
  private void drop() throws Exception {
    TestHome.write(home, "drop/few/a", "email\nclaire@example.com\n");
    String name = "commandes-$(printf '\\303\\251')t$(printf '\\303\\251').csv";
    new ProcessBuilder("sh", "-c", "mv a \"" + name + "\"")
        .directory(home.resolve("drop/few").toFile())
        .start()
        .waitFor();
  }
}
