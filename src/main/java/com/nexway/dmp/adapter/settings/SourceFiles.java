package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.source.csv.CsvSettings;
import com.nexway.dmp.adapter.source.webhook.WebhookSettings;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The merchant's sources, checked before Camel reads them: Camel ignores a parameter that it does
 * not know, and one wrong file stops all the others.
 *
 * @param files each file of routes/sources/, by name
 * @param problems what is wrong with routes/ itself, which no source is to blame for
 */
public record SourceFiles(List<SourceFile> files, List<FileProblem> problems) {
  /** Most sources of one adapter. */
  public static final int MOST = 200;

  /**
   * Reads routes/ and routes/sources/.
   *
   * @param settings for databases and placeholders; null where they could not be read, and what
   *     needs them is not checked
   * @param mappings the mappings that there are, by name, each with the zone of times that name
   *     none
   * @param environment the variables of the process
   */
  public static SourceFiles read(
      Home home,
      @Nullable AdapterSettings settings,
      Map<String, ZoneId> mappings,
      Map<String, String> environment) {
    List<FileProblem> problems = new ArrayList<>();
    RouteFiles routes = RouteFiles.read(home, problems);
    List<Path> paths = RouteFiles.yamlFiles(home.sources());
    if (paths.size() > MOST) {
      problems.add(
          new FileProblem("routes/sources", 0, 0, "there are more than " + MOST + " sources"));
      paths = paths.subList(0, MOST);
    }
    SourceReader reader = new SourceReader(home, routes, settings, mappings, environment);
    List<SourceFile> files = paths.stream().map(reader::read).toList();
    return new SourceFiles(Neighbours.checked(files), List.copyOf(problems));
  }

  /** The settings of every source that can be started. */
  public List<SourceSettings> good() {
    return files.stream().map(SourceFile::settings).filter(Objects::nonNull).toList();
  }

  /** The same without the webhooks. */
  public SourceFiles withoutWebhooks() {
    return new SourceFiles(
        files.stream().filter(file -> !(file.settings() instanceof WebhookSettings)).toList(),
        problems);
  }

  /** The folders below drop/ of all CSV sources; one that cannot be started reads its own name. */
  public List<String> folders() {
    return files.stream()
        .map(file -> file.settings() instanceof CsvSettings csv ? csv.folder() : file.name())
        .toList();
  }

  /** The files that something is wrong with. */
  public List<SourceFile> bad() {
    return files.stream().filter(file -> !file.isGood()).toList();
  }
}
