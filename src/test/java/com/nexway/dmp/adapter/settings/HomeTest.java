package com.nexway.dmp.adapter.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path folder;

  @Test
  void the_option_comes_before_the_variable() throws IOException {
    give("routes", "mappings", "config");

    Home home = Home.find(folder, Map.of("ADAPTER_HOME", "/somewhere/else"));

    assertThat(home.folder()).isEqualTo(folder);
  }

  @Test
  void the_variable_comes_before_the_current_folder() throws IOException {
    give("routes", "mappings", "config");

    assertThat(Home.find(null, Map.of("ADAPTER_HOME", folder.toString())).folder())
        .isEqualTo(folder);
  }

  @Test
  void a_folder_that_is_no_home_is_refused_with_what_a_home_is() throws IOException {
    give("config");

    assertThatThrownBy(() -> Home.find(null, Map.of("ADAPTER_HOME", folder.toString())))
        .isInstanceOf(NoHome.class)
        .hasMessage(
            folder
                + " is not a home of the adapter (ADAPTER_HOME says so): it lacks routes/,"
                + " mappings/. A home is the folder that holds routes/, mappings/ and config/. Name"
                + " it by --home DIR or ADAPTER_HOME, or change to it; a new one starts as a copy"
                + " of these three folders from the adapter's own");
  }

  @Test
  void folders_for_personal_data_are_made_for_their_owner_alone() throws IOException {
    Home home = new Home(folder);

    home.prepare();
    home.prepare();

    for (String made : List.of("data", "data/logs", "drop", "dead-letters")) {
      assertThat(rights(folder.resolve(made))).isEqualTo("rwx------");
    }
  }

  @Test
  void a_folder_that_exists_keeps_its_rights() throws IOException {
    give("drop");
    Files.setPosixFilePermissions(
        folder.resolve("drop"), PosixFilePermissions.fromString("rwxrwx---"));

    new Home(folder).prepare();

    assertThat(rights(folder.resolve("drop"))).isEqualTo("rwxrwx---");
  }

  @Test
  void a_private_file_is_for_its_owner_alone() throws IOException {
    Path file = folder.resolve("outbox.db");

    Home.makePrivate(file);

    assertThat(rights(file)).isEqualTo("rw-------");
  }

  @Test
  void files_are_named_from_the_home() {
    Home home = new Home(folder);

    assertThat(home.name(home.sources().resolve("shop.yaml")))
        .isEqualTo("routes/sources/shop.yaml");
    assertThat(home.name(Path.of("/elsewhere/shop.yaml"))).isEqualTo("/elsewhere/shop.yaml");
  }

  private void give(String... names) throws IOException {
    for (String name : names) {
      Files.createDirectory(folder.resolve(name));
    }
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
