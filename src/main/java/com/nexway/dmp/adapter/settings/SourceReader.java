package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.source.csv.CsvSettings;
import com.nexway.dmp.adapter.source.database.DatabaseSettings;
import com.nexway.dmp.adapter.source.webhook.WebhookSettings;
import com.nexway.dmp.adapter.value.Values;
import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.Nearest;
import com.nexway.dmp.adapter.yaml.YamlFile;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one file of routes/sources/ at a time. */
final class SourceReader {
  private static final Set<String> KINDS = Set.of("csv", "database", "webhook");

  private final Home home;
  private final RouteFiles routes;
  private final @Nullable AdapterSettings settings;
  private final Map<String, ZoneId> mappings;
  private final Map<String, String> environment;
  private final Placeholders placeholders;

  SourceReader(
      Home home,
      RouteFiles routes,
      @Nullable AdapterSettings settings,
      Map<String, ZoneId> mappings,
      Map<String, String> environment) {
    this.home = home;
    this.routes = routes;
    this.settings = settings;
    this.mappings = mappings;
    this.environment = environment;
    this.placeholders =
        new Placeholders(settings == null ? null : settings.properties(), environment);
  }

  SourceFile read(Path file) {
    String shown = home.name(file);
    String name = RouteFiles.name(file);
    List<FileProblem> problems = new ArrayList<>();
    SourceNames.check(shown, name, routes.routes(), problems);
    Optional<SourceSettings> read =
        YamlFile.read(file, shown, problems)
            .flatMap(root -> TemplatedRoute.of(root, name, problems))
            .flatMap(route -> settings(name, route, problems));
    if (read.isEmpty() && problems.isEmpty()) {
      problems.add(new FileProblem(shown, 1, 1, TemplatedRoute.SHAPE));
    }
    return new SourceFile(
        name, file, problems.isEmpty() ? read.orElse(null) : null, List.copyOf(problems));
  }

  private Optional<SourceSettings> settings(
      String name, TemplatedRoute route, List<FileProblem> problems) {
    String kind = route.template().text();
    Map<String, YamlNode.Scalar> offered = routes.templates().get(kind);
    if (offered == null || !KINDS.contains(kind)) {
      problems.add(
          route
              .template()
              .problem(
                  "there is no template '%s' for sources; there are csv, database and webhook%s"
                      .formatted(
                          route.template().text(), Nearest.hint(route.template().text(), KINDS))));
      return Optional.empty();
    }
    Map<String, YamlNode.Scalar> given = route.given(offered, placeholders, problems);
    Values values = Values.ofSource(name, route.place(), given, problems);
    Optional<? extends SourceSettings> read = typed(kind, name, values, zone(given));
    checkMapping(given.get("mapping"), problems);
    checkDatabase(given.get("database"), problems);
    return read.map(SourceSettings.class::cast);
  }

  private Optional<? extends SourceSettings> typed(
      String kind, String name, Values values, ZoneId zone) {
    return switch (kind) {
      case "csv" -> CsvSettings.from(name, values);
      case "database" -> DatabaseSettings.from(name, values, zone);
      default -> WebhookSettings.from(name, values, home.folder(), environment);
    };
  }

  private ZoneId zone(Map<String, YamlNode.Scalar> given) {
    YamlNode.Scalar mapping = given.get("mapping");
    return mapping == null
        ? ZoneId.of("UTC")
        : mappings.getOrDefault(mapping.text(), ZoneId.of("UTC"));
  }

  private void checkMapping(YamlNode.@Nullable Scalar mapping, List<FileProblem> problems) {
    if (mapping == null || mapping.isNull() || mappings.containsKey(mapping.text())) {
      return;
    }
    String name = mapping.text();
    if (name.matches("[\\w-]+") && Files.exists(home.mappings().resolve(name + ".yaml"))) {
      problems.add(mapping.problem("mappings/%s.yaml is not right; mend it first".formatted(name)));
    } else {
      problems.add(
          mapping.problem(
              "there is no mapping '%s' (mappings/%s.yaml)%s"
                  .formatted(name, name, Nearest.hint(name, mappings.keySet()))));
    }
  }

  private void checkDatabase(YamlNode.@Nullable Scalar database, List<FileProblem> problems) {
    if (database == null || database.isNull() || settings == null) {
      return;
    }
    Set<String> names = settings.databases().keySet();
    if (!names.contains(database.text())) {
      problems.add(
          database.problem(
              "config/adapter.yaml has no database '%s' below databases:%s"
                  .formatted(database.text(), Nearest.hint(database.text(), names))));
    }
  }
}
