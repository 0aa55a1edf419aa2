package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HelpCommandTest {
  @Test
  void a_key_of_the_settings_is_told_with_its_rule_its_default_and_its_variable() {
    Called help = Called.with("help", "dmp.per-second");

    assertThat(help.exit()).isZero();
    assertThat(help.out().lines())
        .containsExactly(
            "dmp.per-second: a key of config/adapter.yaml, or the variable DMP_PER_SECOND",
            "  Most requests begun in any one second. Nexway's limit is 10; ask Nexway before you"
                + " raise it.",
            "  A whole number from 1 to 10000, or unlimited; default: 10.");
  }

  @Test
  void a_parameter_is_told_for_the_kind_of_source_that_is_named() {
    assertThat(Called.with("help", "database.overlap").out().lines())
        .containsExactly(
            "database.overlap: a parameter of database sources, in routes/sources/",
            "  How far behind the cursor each run begins, for rows that were committed late.",
            "  A time from 0s to 7d, such as 500ms, 30s, 5m, 2h or 1d; default: 2m.");
  }

  @Test
  void a_parameter_that_several_kinds_have_is_told_for_each() {
    assertThat(Called.with("help", "mapping").out())
        .contains("csv.mapping: ", "database.mapping: ", "webhook.mapping: ");
  }

  @Test
  void a_section_and_a_database_of_ones_own_name_are_told() {
    assertThat(Called.with("help", "logs").out()).contains("logs.max-total: ", "logs.keep: ");
    assertThat(Called.with("help", "databases.shop.url").out()).contains("databases.*.url: ");
  }

  @Test
  void a_key_that_there_is_not_gets_the_nearest() {
    Called help = Called.with("help", "dmp.per-secnd");

    assertThat(help.exit()).isEqualTo(2);
    assertThat(help.err())
        .contains("there is no key 'dmp.per-secnd'; did you mean dmp.per-second?");
    assertThat(Called.with("help", "per-secnd").err()).contains("did you mean per-second?");
    assertThat(Called.with("help", "per-second").out()).startsWith("dmp.per-second: ");
  }

  @Test
  void without_a_key_the_commands_are_told_and_with_a_command_its_options() {
    assertThat(Called.with("help").out()).contains("Commands:", "preview", "help KEY tells");
    assertThat(Called.with("help", "erase").out()).contains("--suppress");
  }
}
