package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.files.Exposure;
import com.nexway.dmp.adapter.health.Finding;
import com.nexway.dmp.adapter.health.Part;
import com.nexway.dmp.adapter.mapping.Column;
import com.nexway.dmp.adapter.mapping.Mapping;
import com.nexway.dmp.adapter.mapping.Mappings;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.settings.SourceFiles;
import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.source.database.DatabaseSettings;
import com.nexway.dmp.adapter.source.webhook.Scheme;
import com.nexway.dmp.adapter.source.webhook.SharedSecret;
import com.nexway.dmp.adapter.source.webhook.WebhookSettings;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is allowed and dangerous: told by {@code check}, at the start and by health. What a merchant
 * may have to live with is told by {@code check} and at the start alone.
 */
public final class Risks implements Part {
  private static final String WITHOUT_VERSION =
      "it has no version, and a webhook brings its records: a notification that somebody sends a"
          + " second time, or that comes late, restores an older state. Add version: with the time"
          + " of the last change, such as version: ${updated_at}";

  private static final String SENT_ONCE =
      "WooCommerce sends each notification once and never again: what it sends while nobody listens"
          + " is lost. Let a source that reads its database have a second look at the same orders, as"
          + " routes/sources/orders.yaml.example does";

  /** One body may take half of an eighth of the memory. */
  private static final long PORT_S_PART = 16;

  private final long memory = Runtime.getRuntime().maxMemory() / PORT_S_PART;
  private final Home home;
  private final AdapterSettings settings;
  private final SourceFiles sources;
  private final Mappings mappings;

  public Risks(Home home, AdapterSettings settings, SourceFiles sources, Mappings mappings) {
    this.home = home;
    this.settings = settings;
    this.sources = sources;
    this.mappings = mappings;
  }

  /** A risk of one part, such as {@code source orders}. */
  private record Risk(String part, FileProblem what) {}

  /** Each risk as it is now, with the file that it stands in. */
  public List<FileProblem> told() {
    return Stream.of(
            all().stream().map(Risk::what), sentOnce(), queries(), headers(), sameNumbers())
        .flatMap(told -> told)
        .toList();
  }

  @Override
  public List<Finding> look() {
    return all().stream().map(risk -> Finding.watch(risk.part(), risk.what().toString())).toList();
  }

  private List<Risk> all() {
    List<Risk> risks = new ArrayList<>();
    Set<Path> secrets = new LinkedHashSet<>(settings.secretFiles());
    long longest = settings.webhooks().maxBody();
    if (longest > memory && sources.good().stream().anyMatch(WebhookSettings.class::isInstance)) {
      risks.add(risk("settings", "config/adapter.yaml", tooLong(longest)));
    }
    for (SourceSettings source : sources.good()) {
      if (source instanceof WebhookSettings webhook) {
        String file = "routes/sources/" + webhook.name() + ".yaml";
        String part = "source " + webhook.name();
        signature(webhook).forEach(words -> risks.add(risk(part, file, words)));
        if (mappings.find(webhook.mapping()).filter(Mapping::knowsVersions).isEmpty()) {
          risks.add(risk(part, "mappings/" + webhook.mapping() + ".yaml", WITHOUT_VERSION));
        }
        webhook.signing().secrets().forEach(secret -> secret.file().ifPresent(secrets::add));
      }
    }
    secrets.stream()
        .filter(Exposure::isOf)
        .forEach(file -> risks.add(risk("settings", home.name(file), open(home.name(file)))));
    return risks;
  }

  private Stream<FileProblem> sentOnce() {
    boolean isReadToo = sources.good().stream().anyMatch(DatabaseSettings.class::isInstance);
    return sources.good().stream()
        .filter(
            source ->
                !isReadToo
                    && source instanceof WebhookSettings webhook
                    && webhook.signing().scheme() == Scheme.WOOCOMMERCE)
        .map(source -> problem("routes/sources/" + source.name() + ".yaml", SENT_ONCE));
  }

  private Stream<FileProblem> queries() {
    return sources.good().stream()
        .filter(DatabaseSettings.class::isInstance)
        .map(DatabaseSettings.class::cast)
        .flatMap(
            source ->
                source.risks().stream()
                    .map(words -> problem("routes/sources/" + source.name() + ".yaml", words)));
  }

  private Stream<FileProblem> headers() {
    return sources.good().stream()
        .filter(WebhookSettings.class::isInstance)
        .map(WebhookSettings.class::cast)
        .flatMap(
            source ->
                mappings.find(source.mapping()).stream()
                    .flatMap(mapping -> headers(source, mapping).stream()));
  }

  /** Shops whose orders the DMP could not tell apart; each source against the first of another. */
  private Stream<FileProblem> sameNumbers() {
    Map<List<String>, SourceSettings> first = new HashMap<>();
    List<FileProblem> found = new ArrayList<>();
    for (SourceSettings source : sources.good()) {
      mappings
          .find(source.mapping())
          .flatMap(Mapping::onlyOrigin)
          .ifPresent(
              origin -> {
                SourceSettings other = first.putIfAbsent(origin, source);
                if (other != null && !other.shop().equals(source.shop())) {
                  found.add(sameNumbers(source, other));
                }
              });
    }
    return found.stream();
  }

  private static FileProblem sameNumbers(SourceSettings source, SourceSettings other) {
    return problem(
        "routes/sources/" + source.name() + ".yaml",
        """
        its orders have the number of their shop alone, and so have those of %1$s: the DMP cannot \
        tell order 1 of the one from order 1 of the other. If both are one shop, write the same \
        { name: shop, value: NAME } in both; if they are two, give each a mapping with a prefix of \
        its own, such as id: "%2$s-${number}" below order:, or with originStore: %2$s below _meta:"""
            .formatted(other.name(), source.shop()));
  }

  private static List<String> signature(WebhookSettings webhook) {
    if (webhook.signing().scheme() == Scheme.NONE) {
      return List.of(
          "signature: none lets everybody who knows the address send events in your shop's name;"
              + " name how your shop signs");
    }
    return webhook.signing().secrets().stream().anyMatch(SharedSecret::isWeak)
        ? List.of(
            "the secret is shorter than %d letters: whoever guesses it sends events in your"
                    .formatted(SharedSecret.SHORTEST)
                + " shop's name; make a new one of 32 letters and digits at random")
        : List.of();
  }

  /** Headers that decide what an event is, and those that the source would have to name. */
  private static List<FileProblem> headers(WebhookSettings webhook, Mapping mapping) {
    String beginning = WebhookSettings.HEADERS + ".";
    List<FileProblem> told = new ArrayList<>();
    List<String> decided = mapping.decidedBy(beginning);
    if (!decided.isEmpty()) {
      told.add(
          problem(
              "mappings/" + mapping.name() + ".yaml",
              String.join(" and ", decided)
                  + ": hangs on a header, which no shop signs: who has one notification can send it"
                  + " again with another header; take it from the body"));
    }
    for (Column column : mapping.columns()) {
      String path = column.path();
      if (path.startsWith(beginning)
          && !webhook.headers().contains(path.substring(beginning.length()))) {
        told.add(
            column.problem(
                "routes/sources/%s.yaml does not name this header; add it there: { name: headers, value: %s }"
                    .formatted(
                        webhook.name(),
                        path.substring(beginning.length()).toLowerCase(Locale.ROOT))));
      }
    }
    return told;
  }

  private static String tooLong(long longest) {
    return ("webhooks.max-body is %d MB, and one body may take a sixteenth of Java's memory: start"
            + " it with -Xmx%dm, or a longer webhook is turned away")
        .formatted(longest >> 20, longest * PORT_S_PART >> 20);
  }

  private static String open(String file) {
    return "it holds a secret, and every user of this machine can read it: chmod 600 " + file;
  }

  private static Risk risk(String part, String file, String words) {
    return new Risk(part, problem(file, words));
  }

  private static FileProblem problem(String file, String words) {
    return new FileProblem(file, 0, 0, words);
  }
}
