package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.files.Exposure;
import com.nexway.dmp.adapter.files.Obstacle;
import com.nexway.dmp.adapter.files.PrivateFiles;
import com.nexway.dmp.adapter.text.OneLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that a merchant keeps: {@code routes/}, {@code mappings/} and {@code config/} are
 * given, {@code data/}, {@code drop/} and {@code dead-letters/} are made.
 *
 * @param folder absolute
 */
public record Home(Path folder) {
  /** Most characters of a path that are shown. */
  private static final int LONGEST = 1_000;

  private static final List<String> GIVEN = List.of("routes", "mappings", "config");

  public Home {
    folder = folder.toAbsolutePath().normalize();
  }

  /**
   * The home that was meant.
   *
   * @param option {@code --home}, where given
   * @param environment for {@code ADAPTER_HOME}
   * @throws NoHome if the folder does not hold what a home holds
   */
  public static Home find(@Nullable Path option, Map<String, String> environment) {
    String variable = environment.getOrDefault("ADAPTER_HOME", "");
    String how = "it is the current folder";
    Path folder = Path.of("");
    if (option != null) {
      folder = option;
      how = "--home says so";
    } else if (!variable.isBlank()) {
      folder = Path.of(variable);
      how = "ADAPTER_HOME says so";
    }
    Home home = new Home(folder);
    List<String> missing =
        GIVEN.stream().filter(name -> !Files.isDirectory(home.folder.resolve(name))).toList();
    if (!missing.isEmpty()) {
      throw new NoHome(home.folder, how, missing);
    }
    return home;
  }

  public Path routes() {
    return folder.resolve("routes");
  }

  /** The merchant's sources, one file each. */
  public Path sources() {
    return folder.resolve("routes").resolve("sources");
  }

  public Path mappings() {
    return folder.resolve("mappings");
  }

  /**
   * The texts of mappings as they are now, by name.
   *
   * @throws UncheckedIOException if one cannot be read
   */
  public Map<String, String> mappingTexts(Collection<String> names) {
    Map<String, String> texts = new TreeMap<>();
    for (String name : names) {
      try {
        texts.put(name, Files.readString(mappings().resolve(name + ".yaml")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  /** config/adapter.yaml. */
  public Path settings() {
    return folder.resolve("config").resolve("adapter.yaml");
  }

  public Path data() {
    return folder.resolve("data");
  }

  /** The mapping files as they were used last. */
  public Path usedMappings() {
    return data().resolve("mappings");
  }

  public Path logs() {
    return folder.resolve("data").resolve("logs");
  }

  public Path drop() {
    return folder.resolve("drop");
  }

  public Path deadLetters() {
    return folder.resolve("dead-letters");
  }

  /** Where mended dead letters are dropped: it is there before anybody looks for it. */
  public Path resend() {
    return deadLetters().resolve("resend");
  }

  /** A path that the merchant wrote: relative ones start at the home. */
  public Path resolve(String path) {
    return folder.resolve(path).normalize();
  }

  /** A file's path as the merchant knows it: from the home, with {@code /}, for messages. */
  public String name(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(folder) ? folder.relativize(absolute) : absolute;
    return OneLine.of(shown.toString().replace('\\', '/'), LONGEST);
  }

  /**
   * Makes the folders that the adapter writes to, for their owner alone: they hold personal data.
   * Those that exist are closed to every other user of the machine.
   *
   * @return what was closed, or must be, a sentence each
   * @throws Obstacle if one cannot be made, read or written
   */
  public List<String> prepare() throws IOException {
    for (Path made : List.of(data(), logs(), usedMappings(), drop(), deadLetters(), resend())) {
      PrivateFiles.folder(made);
    }
    return Stream.of(
            Exposure.end(data()),
            Exposure.endUnlessShared(drop()),
            Exposure.endUnlessShared(deadLetters()))
        .flatMap(Optional::stream)
        .toList();
  }
}
