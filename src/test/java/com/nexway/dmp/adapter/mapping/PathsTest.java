package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a value is found: columns, paths in JSON, rows and arrays. */
final class PathsTest {
  private static String user(String property, String json) {
    return Shop.event(Shop.user(property), Shop.json(json));
  }

  @Test
  void a_path_leads_into_json() {
    String json = "{\"id\":1,\"billing\":{\"name\":\"Ann\"},\"notes\":[{\"by\":\"Bob\"}]}";
    assertThat(user("username: ${billing.name}", json)).contains("\"username\":\"Ann\"");
    assertThat(user("username: ${notes.0.by}", json)).contains("\"username\":\"Bob\"");
    assertThat(user("username: ${notes.1.by}", json)).doesNotContain("username");
    assertThat(user("username: ${billing.name.first}", json)).doesNotContain("username");
    assertThat(user("username: ${nothing.at.all}", json)).doesNotContain("username");
  }

  @Test
  void a_column_named_exactly_so_wins_over_a_path() {
    assertThat(user("username: ${a.b}", "{\"id\":1,\"a.b\":\"column\",\"a\":{\"b\":\"path\"}}"))
        .contains("\"username\":\"column\"");
    assertThat(user("username: ${Created at}", "{\"id\":1,\"Created at\":\"now\"}"))
        .contains("\"username\":\"now\"");
  }

  @Test
  void inside_each_a_name_is_the_elements_and_the_record_is_one_level_out() {
    Mapping mapping =
        Shop.user(
            """
            networkIdentities:
              each: accounts
              when: { column: site, not: [myspace, icq] }
              identifier: ${../prefix}-${name}
              platform: ${site}
            """);
    assertThat(
            Shop.event(
                mapping,
                Shop.json(
                    """
                    {"id":1,"prefix":"p","accounts":[{"site":"facebook","name":"a"},{"site":"ICQ","name":"b"},
                    {"site":"linkedin","name":"c"}]}""")))
        .contains(
            "[{\"identifier\":\"p-a\",\"platform\":\"facebook\"},{\"identifier\":\"p-c\",\"platform\":\"linkedin\"}]");
  }

  @Test
  void each_takes_the_elements_of_a_list_of_texts() {
    Mapping mapping =
        Shop.user("marketingConsents: { each: topics, topic: '${.}', status: accepted }");
    assertThat(Shop.event(mapping, Shop.json("{\"id\":1,\"topics\":[\"news\",\"sales\"]}")))
        .contains(
            "[{\"status\":\"accepted\",\"topic\":\"news\"},{\"status\":\"accepted\",\"topic\":\"sales\"}]");
    assertThat(Shop.event(mapping, Shop.json("{\"id\":1,\"topics\":\"news\"}")))
        .contains("\"news\"");
    assertThat(Shop.event(mapping, Shop.json("{\"id\":1,\"topics\":[]}")))
        .doesNotContain("marketingConsents");
  }

  @Test
  void arrays_may_stand_in_arrays() {
    Mapping mapping =
        Shop.mapping(
            """
            key: ${id}
            event:
              action: register licences
              user: { email: ann@example.com }
              registrations:
                each: items
                licenceNumber: ${key}
                product:
                  name: ${name}
                  uniqueReference: ${../shop}-${sku}
                  packshots: { each: pictures, URL: "${url}", height: "${../../size}", width: 20 }
            """);
    assertThat(
            Shop.event(
                mapping,
                Shop.json(
                    """
                    {"id":1,"shop":"s","size":10,"items":[{"key":"K","name":"n","sku":"x","pictures":[{"url":"u"},{"url":"v"}]}]}""")))
        .contains(
            """
            "packshots":[{"URL":"u","height":10,"width":20},{"URL":"v","height":10,"width":20}],"uniqueReference":"s-x\"""");
  }

  @Test
  void a_record_that_is_one_row_has_that_row() {
    Mapping mapping =
        Shop.user("networkIdentities: { each: rows, identifier: '${name}', platform: facebook }");
    assertThat(Shop.event(mapping, Shop.with("name", "a"))).contains("\"identifier\":\"a\"");
    assertThat(
            Shop.event(
                mapping,
                Shop.rows(List.of(Map.of("id", 1, "name", "a"), Map.of("id", 1, "name", "b")))))
        .contains("\"identifier\":\"a\"", "\"identifier\":\"b\"");
  }
}
