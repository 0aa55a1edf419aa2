package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.mapping.Mapping;
import com.nexway.dmp.adapter.mapping.Mappings;
import com.nexway.dmp.adapter.mapping.SuppressedAddresses;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.settings.SettingsFile;
import com.nexway.dmp.adapter.settings.SourceFile;
import com.nexway.dmp.adapter.settings.SourceFiles;
import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a preview is about.
 *
 * @param mapping the mapping, whose examples need not hold: it is being worked on
 * @param settings what config/adapter.yaml says; null where it cannot be read and no source needs
 *     it
 * @param source whose records are shown; null where only a mapping was named
 */
record PreviewSubject(
    Mapping mapping, @Nullable AdapterSettings settings, @Nullable SourceSettings source) {

  static PreviewSubject ofMapping(Home home, String name, Map<String, String> environment)
      throws CannotPreview {
    Mapping mapping = mapping(Mappings.load(home.mappings(), "mappings"), name);
    return new PreviewSubject(
        mapping, SettingsFile.read(home, environment, new ArrayList<>()).orElse(null), null);
  }

  static PreviewSubject ofSource(Home home, String name, Map<String, String> environment)
      throws CannotPreview {
    List<FileProblem> problems = new ArrayList<>();
    AdapterSettings settings = SettingsFile.read(home, environment, problems).orElse(null);
    if (settings == null) {
      throw CannotPreview.toMend(problems);
    }
    Mappings mappings = Mappings.load(home.mappings(), "mappings");
    SourceFiles sources =
        RowsCheck.checked(
            SourceFiles.read(home, settings, mappings.zones(), environment), mappings);
    SourceFile file = file(sources, name);
    if (file.settings() == null) {
      problems.addAll(file.problems());
      mappings.problems().stream()
          .filter(problem -> isBlamed(problem.file(), file.problems()))
          .forEach(problems::add);
      throw CannotPreview.toMend(problems);
    }
    return new PreviewSubject(
        mapping(mappings, file.settings().mapping()), settings, file.settings());
  }

  /** The addresses that are not sent: the merchant's own, where the settings can be read. */
  SuppressedAddresses suppressed() {
    return new SuppressedAddresses(settings == null ? List.of() : settings.intake().suppressed());
  }

  private static SourceFile file(SourceFiles sources, String name) throws CannotPreview {
    List<String> names = new ArrayList<>();
    for (SourceFile file : sources.files()) {
      if (file.name().equals(name)) {
        return file;
      }
      names.add(file.name());
    }
    throw CannotPreview.calledWrongly(
        "there is no source '%s' (routes/sources/%s.yaml)%s"
            .formatted(name, name, Nearest.hint(name, names)));
  }

  /** Whether a source is not right because of a mapping. */
  private static boolean isBlamed(String mappingFile, List<FileProblem> problems) {
    return problems.stream().anyMatch(problem -> problem.message().startsWith(mappingFile + " "));
  }

  private static Mapping mapping(Mappings mappings, String name) throws CannotPreview {
    Mapping found = mappings.find(name).orElse(null);
    if (found != null) {
      return found;
    }
    String file = "mappings/" + name + ".yaml";
    List<FileProblem> problems =
        mappings.problems().stream().filter(problem -> problem.file().equals(file)).toList();
    throw problems.isEmpty()
        ? CannotPreview.calledWrongly(
            "there is no mapping " + name + Nearest.hint(name, mappings.names()))
        : CannotPreview.toMend(problems);
  }
}
