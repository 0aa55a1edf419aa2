package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.files.PrivateFiles;
import com.nexway.dmp.adapter.mapping.Mapping;
import com.nexway.dmp.adapter.mapping.Mappings;
import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The mapping files as {@code run} used them last, in data/mappings: what an edited one is compared
 * with.
 */
final class UsedMappings {
  private final Home home;

  UsedMappings(Home home) {
    this.home = home;
  }

  /** The mapping files as they are now, to be kept once they are in use. */
  Map<String, byte[]> read(Collection<String> names) throws IOException {
    Map<String, byte[]> texts = new TreeMap<>();
    for (String name : names) {
      texts.put(name, Files.readAllBytes(home.mappings().resolve(name + ".yaml")));
    }
    return texts;
  }

  /** Keeps mapping files; each is replaced in one step, and only where it differs. */
  void keep(Map<String, byte[]> texts) throws IOException {
    for (Map.Entry<String, byte[]> each : texts.entrySet()) {
      Path file = file(each.getKey());
      if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), each.getValue())) {
        continue;
      }
      PrivateFiles.replace(file, each.getValue());
    }
  }

  /**
   * The mapping of a name as it was used last.
   *
   * @throws CannotPreview where it never was, or this version cannot read it any more
   */
  Mapping find(String name) throws CannotPreview {
    Path file = file(name);
    if (!Files.exists(file)) {
      throw CannotPreview.calledWrongly(
          "run has used no mapping %s yet, so there is nothing to compare it with; leave --changed out"
              .formatted(name));
    }
    List<FileProblem> problems = new ArrayList<>();
    Optional<Mapping> mapping = Mappings.load(file, home.name(file), name, problems);
    return mapping.orElseThrow(() -> CannotPreview.toMend(problems));
  }

  private Path file(String name) {
    return home.usedMappings().resolve(name + ".yaml");
  }
}
