package com.nexway.dmp.adapter.camel;

import com.fasterxml.jackson.databind.JsonNode;
import com.nexway.dmp.adapter.delivery.RecordsAgain;
import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.ExactJson;
import com.nexway.dmp.adapter.event.Validator;
import com.nexway.dmp.adapter.mapping.Mapper;
import com.nexway.dmp.adapter.mapping.SecretColumns;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.source.RowGroup;
import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.source.webhook.WebhookRecords;
import com.nexway.dmp.adapter.source.webhook.WebhookRefused;
import com.nexway.dmp.adapter.source.webhook.WebhookSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maps records of dead letters again, by the mappings that their sources name now. */
public final class TodaysMappings implements RecordsAgain {
  private static final String ROWS = "rows";
  private static final String NOT_KEPT =
      "today's mapping reads the column %s, which was not kept, for it looks like a secret: take the"
          + " record from the shop again (drop its file once more, save it in the shop, or let the"
          + " shop send its webhook again)";

  private final List<SourceSettings> sources;
  private final Mapper mapper;
  private final SecretColumns secrets;
  private final Validator validator = new Validator();

  /**
   * @param sources those that can be started
   */
  public TodaysMappings(List<SourceSettings> sources, Mapper mapper, SecretColumns secrets) {
    this.sources = List.copyOf(sources);
    this.mapper = mapper;
    this.secrets = secrets;
  }

  @Override
  public Optional<Draft> map(Origin origin, JsonNode record) {
    return sources.stream()
        .filter(source -> source.name().equals(origin.source()) && record.isContainerNode())
        .findFirst()
        .flatMap(source -> record(source, origin, record).map(read -> draft(source, read)));
  }

  private Draft draft(SourceSettings source, SourceRecord record) {
    String secret = secrets.asked(record, source.mapping()).orElse(null);
    if (secret != null) {
      return new Draft.Refused(
          record, null, null, List.of(Problem.error("", null, null, NOT_KEPT.formatted(secret))));
    }
    Batch batch = new Batch(source.name(), Lane.LIVE, List.of(record), List.of(), null);
    return validator.validate(mapper.map(batch, source.mapping())).drafts().get(0);
  }

  private static Optional<SourceRecord> record(
      SourceSettings source, Origin origin, JsonNode record) {
    Object values = ExactJson.builder().build().convertValue(record, Object.class);
    List<?> rows = values instanceof List<?> list ? list : List.of(values);
    try {
      List<Map<String, Object>> fields = WebhookRecords.of(ROWS, Map.of(ROWS, rows));
      if (source instanceof WebhookSettings) {
        return fields.stream().findFirst().map(one -> new SourceRecord(origin, one, List.of()));
      }
      RowGroup group = new RowGroup();
      fields.forEach(group::add);
      return fields.isEmpty() ? Optional.empty() : Optional.of(group.record(origin));
    } catch (WebhookRefused e) {
      return Optional.empty();
    }
  }
}
