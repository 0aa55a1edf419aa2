package com.nexway.dmp.adapter.source.webhook;

import com.nexway.dmp.adapter.source.Parameters;
import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the notifications of one shop are received, from a file in routes/sources/ on the template
 * {@code webhook}.
 *
 * @param name the source's name, which ends its address: {@code /webhooks/NAME}
 * @param shop the shop whose records it brings; sources of one shop speak of the same records
 * @param mapping the mapping of its records
 * @param signing how the shop proves that it is the sender
 * @param records the path of the array whose elements are the records, such as {@code events};
 *     empty where the body is one record
 * @param headers the headers that a record holds beside the body, in small letters
 */
public record WebhookSettings(
    String name, String shop, String mapping, Signing signing, String records, List<String> headers)
    implements SourceSettings {
  /** How the paths of headers begin in a mapping. */
  public static final String HEADERS = "headers";

  private static final Set<String> SECRET =
      Set.of("authorization", "proxy-authorization", "cookie");

  @Override
  public String waiting() {
    return "waiting for notifications";
  }

  /**
   * Reads the parameters of a source.
   *
   * @param name the source's name
   * @param given the parameters by name, the template's defaults among them
   * @param home the folder that the path of a secret's file starts from
   * @param environment the environment variables
   * @param problems all that is wrong is added here
   * @return empty where anything is wrong
   */
  public static Optional<WebhookSettings> from(
      String name,
      Map<String, YamlNode.Scalar> given,
      Path home,
      Map<String, String> environment,
      List<FileProblem> problems) {
    Parameters values = new Parameters(name, given, problems);
    String records = values.text("records").strip();
    if (!records.matches("([^.\\s]+(\\.[^.\\s]+)*)?")) {
      values.wrong("records", "is a path such as events or data.items, not '" + records + "'");
    }
    WebhookSettings settings =
        new WebhookSettings(
            name,
            values.name("shop"),
            values.needed("mapping"),
            Signing.read(values, home, environment),
            records,
            headers(values));
    return values.fine() ? Optional.of(settings) : Optional.empty();
  }

  private static List<String> headers(Parameters values) {
    List<String> headers = new ArrayList<>();
    for (String header : values.text("headers").toLowerCase(Locale.ROOT).split(",")) {
      String name = header.strip();
      if (name.matches("[a-z0-9-]{1,60}") && !SECRET.contains(name)) {
        headers.add(name);
      } else if (!name.isEmpty()) {
        values.wrong(
            "headers",
            SECRET.contains(name)
                ? "must not name " + name + ", which holds a secret"
                : "lists names of headers such as x-wc-webhook-topic, not '" + name + "'");
      }
    }
    return List.copyOf(headers);
  }
}
