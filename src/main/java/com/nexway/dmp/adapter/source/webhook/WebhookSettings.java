package com.nexway.dmp.adapter.source.webhook;

import com.nexway.dmp.adapter.source.Parameters;
import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 */
public record WebhookSettings(
    String name, String shop, String mapping, Signing signing, String records)
    implements SourceSettings {
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
            records);
    return values.fine() ? Optional.of(settings) : Optional.empty();
  }
}
