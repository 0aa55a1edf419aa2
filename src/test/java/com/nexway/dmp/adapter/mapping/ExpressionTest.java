package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mapping cannot say by itself is said in JSLT, within bounds. */
final class ExpressionTest {
  private static Mapping name(String expression) {
    return Shop.user("username: { expression: '" + expression.replace("'", "''") + "' }");
  }

  private static Mapping price(String more) {
    return Shop.mapping(
        """
        key: ${id}
        event:
          action: order
          user: { email: ann@example.com }
          order:
            id: ${id}
            currency: EUR
            items:
              - product: { name: a, uniqueReference: b }
                quantity: 1
                pricing:
                  unitPriceExcludingVAT: { expression: .n / 3%s }
        """
            .formatted(more));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".name|Ann",
        "uppercase(.name)|ANN",
        "if (.name == \"Ann\") \"she\" else \"it\"|she",
        "let found = ([for (.meta) .value if (.key == \"vat\")]) $found[0]|FR1",
        "replace(.name, \"n+\", \"m\")|Am",
        "capture(.name, \"(?<first>.)(?<rest>.*)\").rest|nn",
        "join(split(\"a, b,c,,\", \", ?\"), \"-\")|a-b-c",
        "if (test(.name, \"^A\")) \"yes\" else \"no\"|yes",
        "string(size(.meta))|2",
        ".big|12345678901234567890"
      })
  void an_expression_reads_the_record(String expression, String result) {
    assertThat(
            Shop.event(
                name(expression),
                Shop.json(
                    """
                    {"id":1,"name":"Ann","big":12345678901234567890,"meta":[{"key":"x","value":"y"},{"key":"vat","value":"FR1"}]}""")))
        .contains("\"username\":\"" + result + "\"");
  }

  @Test
  void what_it_gives_nothing_for_is_left_out() {
    assertThat(Shop.event(name(".nothing"), Shop.with("a", "b"))).doesNotContain("username");
    assertThat(Shop.event(name("capture(.a, \"(?<x>z)\").x"), Shop.with("a", "b")))
        .doesNotContain("username");
  }

  @Test
  void it_sees_the_rows_of_a_record() {
    assertThat(
            Shop.event(
                name("join([for (.rows) .sku], \"+\")"),
                Shop.rows(List.of(Map.of("id", 1, "sku", "a"), Map.of("id", 1, "sku", "b")))))
        .contains("\"username\":\"a+b\"");
  }

  @Test
  void inside_each_a_point_is_the_element_and_record_is_the_whole_record() {
    Mapping mapping =
        Shop.user(
            "phoneNumbers: { each: rows, expression: '.sku + \"/\" + size($record.rows) + $record.id' }");
    assertThat(
            Shop.event(
                mapping,
                Shop.rows(List.of(Map.of("id", 1, "sku", "a"), Map.of("id", 1, "sku", "b")))))
        .contains("[\"a/21\",\"b/21\"]");
    assertThat(
            Shop.event(
                name("$record.a + join([for (.l) string($record.a)], \"\")"),
                Shop.record(Map.of("id", 1, "a", "x", "l", List.of(1, 2)))))
        .contains("\"xxx\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user: { email: a@example.com, username: { expression: '$banana.Email' } } } }",
        "user: { email: a@example.com, username: { expression: 'if (.a) $banana else let b = 1 $b' } } } }",
        "user: { email: a@example.com, addresses: { each: rows, when: { expression: '$banana' },"
            + " country: FR, zipcode: '1' } } } }",
        "user: { email: a@example.com } }, when: { expression: '[for (.x) $banana]' } }"
      })
  void a_variable_that_nobody_gives_is_told_when_the_mapping_is_loaded(String rest) {
    assertThat(Shop.problems("{ key: '${id}', event: { action: send data, " + rest))
        .singleElement()
        .asString()
        .contains(
            "the expression does not say what $banana is; $record is the whole record, and . the"
                + " record, or inside each: its element");
  }

  @Test
  void a_double_never_reaches_money_unrounded() {
    assertThat(Shop.told(price(""), Shop.with("n", new BigDecimal("10.00"))).get(0))
        .contains("which has no end; write round: 2 beside it");
    assertThat(Shop.event(price(", round: 2"), Shop.with("n", new BigDecimal("10.00"))))
        .contains("\"unitPriceExcludingVAT\":3.33}");
    assertThat(Shop.event(price(""), Shop.with("n", new BigDecimal("12.00"))))
        .contains("\"unitPriceExcludingVAT\":4}");
  }

  @Test
  void what_fails_for_a_record_is_told() {
    assertThat(Shop.told(name(".a / 0"), Shop.with("a", 1L)))
        .containsExactly(
            "ERROR /user/username from expression: the expression divides by zero for this record");
    assertThat(Shop.told(name("error(\"no name\")"), Shop.with("a", 1L)).get(0))
        .contains("no name");
    assertThat(Shop.told(name(".a * 1"), Shop.with("a", List.of())).get(0))
        .contains("the expression does not fit this record");
    assertThat(Shop.told(name("number(\"1e400\") * 1.5"), Shop.with("a", 1L))).hasSize(1);
  }

  @Test
  void a_regular_expression_that_would_try_for_ever_is_given_up() {
    assertThat(Shop.told(name("test(.a, \"^(.*a){20}$\")"), Shop.with("a", "a".repeat(60) + "!")))
        .containsExactly(
            "ERROR /user/username from expression: the expression does not fit this record: a"
                + " regular expression takes too long for this text");
    assertThat(Shop.told(name("test(.a, \"^(a|b)*$\")"), Shop.with("a", "ab".repeat(200_000))))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "size([for (.a) [for ($a) [for ($a) .]]])",
        "let b = [for (.a) .] size([for ($b) [for ($b) [for($b) . + 1]]])",
        "size([for (.a) if (contains(1, $a)) .])",
        "size({for (.a) string(.) : [for ($a) sum($a)]})",
        "size([for (.a) $text + string(.)])",
        "size([for (.a) lowercase($text)])",
        "size([for (.a) [for (split($text, \"\")) .]])",
        "size([for (.a) test($text, \"^(x+x+)+y$\")])"
      })
  void no_record_holds_up_the_others(String expression) {
    Map<String, Object> hostile =
        Map.of("id", "1", "a", Collections.nCopies(100_000, 0L), "t", "x".repeat(300_000));
    Mapping mapping = name("let a = .a let text = .t " + expression);
    List<String> told = Shop.told(mapping, Shop.record(hostile));
    assertThat(told).singleElement().asString().contains("takes too long");
  }

  @Test
  void the_word_for_in_a_text_a_name_or_a_remark_is_no_loop() {
    assertThat(BoundedLoops.counted("// for (a)\n.for + \"for (\" + $for"))
        .contains(".for + \"for (\" + $for")
        .doesNotContain("counted");
    assertThat(BoundedLoops.counted("[ for(size((.a)))(.)]"))
        .isEqualTo("[ for(counted-turns(size((.a))))(.)]");
  }

  @Test
  void a_loop_in_a_loop_over_a_large_order_is_fine() {
    String expression =
        "let a = .a let deep = [for ($a) [for ($a) . + 1]] "
            + "size([for ($deep) [for (.) . if (. > 0)]]) + \" for (\"";
    assertThat(
            Shop.event(
                name(expression),
                Shop.record(Map.of("id", "1", "a", Collections.nCopies(250, 1L)))))
        .contains("\"username\":\"250 for (\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".a +|the expression is no JSLT: Parse error: Encountered",
        "nosuch(.a)|No such function: 'nosuch'",
        "now()|an expression may not use now(): the same record must always make the same event",
        "uuid()|may not use uuid()",
        "def f(x) f($x) f(.a)|an expression may not define or import functions"
      })
  void an_expression_that_is_wrong_is_told_when_it_is_loaded(String expression, String message) {
    assertThat(
            Shop.problems(
                """
                key: ${id}
                event:
                  action: send data
                  user:
                    email: ann@example.com
                    username: { expression: '%s' }
                """
                    .formatted(expression.replace("'", "''"))))
        .singleElement()
        .asString()
        .startsWith("mappings/test.yaml:6:29: ")
        .contains(message);
  }

  @Test
  void an_expression_nested_too_deeply_is_told() {
    String deep = "(".repeat(3_900) + "1";
    assertThat(
            Shop.problems(
                "{ key: '${id}', event: { action: send data, user: { email: a@example.com, username: { expression: '"
                    + deep
                    + "' } } } }"))
        .hasSize(1);
  }

  @Test
  void a_text_may_hold_the_word_def() {
    assertThat(Shop.event(name("\"def now() \" + .a"), Shop.with("a", "b")))
        .contains("def now() b");
  }

  @Test
  void many_threads_may_use_one_expression() throws InterruptedException, ExecutionException {
    Mapping mapping = name("uppercase(.a) + \"-\" + replace(.a, \"x\", \"y\")");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Boolean>> results = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        String text = "x" + t;
        results.add(
            threads.submit(
                () -> {
                  boolean right = true;
                  for (int i = 0; i < 500; i++) {
                    right &=
                        Shop.event(mapping, Shop.with("a", text))
                            .contains("\"X" + text.charAt(1) + "-y" + text.charAt(1) + "\"");
                  }
                  return right;
                }));
      }
      for (Future<Boolean> result : results) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
  }
}
