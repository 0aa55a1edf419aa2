package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.record.SourceRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps out of dead letters what no mapping asks for and looks like a secret by its name, such as
 * {@code password_hash} or {@code card_number}: a query of all columns brings them along. Bean
 * {@code secretColumns}.
 */
public final class SecretColumns {
  /** Stands where a value was not kept. */
  static final String HIDDEN = "(not kept: it looks like a secret)";

  /** Between the words of a name: signs, and before a capital. */
  private static final Pattern BORDER = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

  /** In English, German and French; a name is a secret where its words, written as one, hold it. */
  private static final Pattern SECRET =
      Pattern.compile(
          "password|passwd|passwort|kennwort|motdepasse|\\bpwd\\b|user pass\\b|secret|\\btoken\\b"
              + "|\\bsalt\\b|api ?key|private ?key|\\biban\\b|\\bcvv2?\\b|\\bcvc2?\\b"
              + "|card ?(number|no|num|expiration|expiry|holder)\\b|kartennummer|carte bancaire"
              + "|numero ?(de ?)?carte|kreditkarte");

  private final Mappings mappings;

  public SecretColumns(Mappings mappings) {
    this.mappings = mappings;
  }

  /**
   * The same drafts; of records that are refused, without such values.
   *
   * @param mapping the name of the mapping that they were made by
   */
  public Drafts hidden(Drafts drafts, String mapping) {
    if (drafts.drafts().stream().noneMatch(Draft.Refused.class::isInstance)) {
      return drafts;
    }
    Mapping reader = mappings.find(mapping).orElse(null);
    List<Draft> kept = new ArrayList<>(drafts.drafts().size());
    for (Draft draft : drafts.drafts()) {
      kept.add(
          draft instanceof Draft.Refused refused
              ? new Draft.Refused(
                  hidden(refused.record(), reader),
                  refused.key(),
                  refused.event(),
                  refused.problems())
              : draft);
    }
    return new Drafts(drafts.batch(), kept);
  }

  /**
   * A column of a kept record whose value was not kept, although a mapping may read it now.
   *
   * @param mapping the name of today's mapping
   */
  public Optional<String> asked(SourceRecord record, String mapping) {
    Mapping reader = mappings.find(mapping).orElse(null);
    return Optional.ofNullable(reader == null ? null : asked(record.fields(), reader));
  }

  private static SourceRecord hidden(SourceRecord record, @Nullable Mapping reader) {
    List<Map<String, Object>> rows = new ArrayList<>(record.rows().size());
    record.rows().forEach(row -> rows.add(hidden(row, reader)));
    return new SourceRecord(record.origin(), hidden(record.fields(), reader), rows);
  }

  private static Map<String, Object> hidden(Map<String, Object> fields, @Nullable Mapping reader) {
    Map<String, Object> kept = new LinkedHashMap<>(fields);
    kept.replaceAll((name, value) -> isHidden(name, value, reader) ? HIDDEN : value(value, reader));
    return kept;
  }

  private static boolean isHidden(String name, @Nullable Object value, @Nullable Mapping reader) {
    return value != null
        && !value.equals("")
        && isSecret(name)
        && (reader == null || !reader.mayRead(name));
  }

  @SuppressWarnings("unchecked") // a record's maps have texts for names
  private static Object value(Object value, @Nullable Mapping reader) {
    if (value instanceof Map<?, ?> map) {
      return hidden((Map<String, Object>) map, reader);
    }
    if (value instanceof List<?> list) {
      List<Object> kept = new ArrayList<>(list.size());
      list.forEach(item -> kept.add(value(item, reader)));
      return kept;
    }
    return value;
  }

  private static @Nullable String asked(Object value, Mapping reader) {
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> field : map.entrySet()) {
        String name = String.valueOf(field.getKey());
        String found =
            HIDDEN.equals(field.getValue())
                ? reader.mayRead(name) ? name : null
                : asked(field.getValue(), reader);
        if (found != null) {
          return found;
        }
      }
    } else if (value instanceof List<?> list) {
      for (Object item : list) {
        String found = asked(item, reader);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static boolean isSecret(String name) {
    String words = BORDER.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    return SECRET.matcher(words).find() || SECRET.matcher(words.replace(" ", "")).find();
  }
}
