package com.nexway.dmp.adapter.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexway.dmp.adapter.files.Obstacle;
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
  void folders_that_exist_are_closed_to_every_user_of_the_machine_and_that_is_told()
      throws IOException {
    give("data", "drop", "dead-letters");
    for (String made : List.of("data", "drop", "dead-letters")) {
      allow(made, "rwxr-xr-x");
    }

    List<String> told = new Home(folder).prepare();

    for (String made : List.of("data", "drop", "dead-letters")) {
      assertThat(rights(folder.resolve(made))).isEqualTo("rwx------");
      assertThat(told)
          .contains(
              folder.resolve(made)
                  + " was open to every user of this machine; it is closed to them now");
    }
    assertThat(new Home(folder).prepare()).isEmpty();
  }

  @Test
  void a_group_that_was_let_in_alone_keeps_its_rights() throws IOException {
    give("drop");
    allow("drop", "rwxrwx---");

    assertThat(new Home(folder).prepare()).isEmpty();

    assertThat(rights(folder.resolve("drop"))).isEqualTo("rwxrwx---");
  }

  @Test
  void a_drop_folder_that_everybody_may_write_to_is_told_and_left_alone() throws IOException {
    give("drop");
    Files.createDirectory(folder.resolve("drop/orders"));
    allow("drop", "rwxr-xr-x");
    allow("drop/orders", "rwxrwxrwx");

    List<String> told = new Home(folder).prepare();

    assertThat(told)
        .singleElement()
        .asString()
        .contains(folder.resolve("drop") + " holds personal data and is open to every user")
        .contains("chgrp -R GROUP " + folder.resolve("drop"));
    assertThat(rights(folder.resolve("drop"))).isEqualTo("rwxr-xr-x");
  }

  @Test
  void a_file_where_a_folder_must_be_is_told() throws IOException {
    Files.writeString(folder.resolve("drop"), "");

    assertThatThrownBy(() -> new Home(folder).prepare())
        .isInstanceOf(Obstacle.class)
        .hasMessage(
            folder.resolve("drop") + " is a file, and must be a folder: move the file away");
  }

  private void allow(String name, String rights) throws IOException {
    Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString(rights));
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
