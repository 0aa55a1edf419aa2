package com.nexway.dmp.adapter.source.webhook;

import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.value.Forms;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.value.Values;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

  private static final Key<String> RECORDS =
      Key.unset(
          "records",
          Forms.word(
              "a path such as events or data.items; empty where the body is one record",
              text -> text.matches("([^.\\s]+(\\.[^.\\s]+)*)?")),
          "The path of an array whose elements are the records.");
  private static final Key<List<String>> NAMES_OF_HEADERS =
      Key.unset(
          "headers",
          Forms.list(
              "the name of a header such as x-wc-webhook-topic",
              20,
              text -> text.matches("[A-Za-z0-9-]{1,60}")),
          "Headers that the mapping reads as ${headers.NAME}; no shop signs them.");

  /** What a source may set. */
  public static final List<Key<?>> KEYS =
      Stream.of(List.of(MAPPING, SHOP), Signing.KEYS, List.of(RECORDS, NAMES_OF_HEADERS))
          .<Key<?>>flatMap(List::stream)
          .toList();

  @Override
  public String waiting() {
    return "waiting for notifications";
  }

  /**
   * Reads the parameters of a source.
   *
   * @param name the source's name
   * @param values its parameters, where all that is wrong is noted
   * @param home the folder that the path of a secret's file starts from
   * @param environment the environment variables
   * @return empty where anything is wrong
   */
  public static Optional<WebhookSettings> from(
      String name, Values values, Path home, Map<String, String> environment) {
    WebhookSettings settings =
        new WebhookSettings(
            name,
            values.find(SHOP).orElse(name),
            values.need(MAPPING, ""),
            Signing.read(values, home, environment),
            values.find(RECORDS).orElse(""),
            headers(values));
    return values.fine() ? Optional.of(settings) : Optional.empty();
  }

  private static List<String> headers(Values values) {
    List<String> headers =
        values.find(NAMES_OF_HEADERS).orElse(List.of()).stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList();
    headers.stream()
        .filter(SECRET::contains)
        .forEach(
            name ->
                values.wrong(
                    NAMES_OF_HEADERS, " must not name " + name + ", which holds a secret"));
    return headers;
  }
}
