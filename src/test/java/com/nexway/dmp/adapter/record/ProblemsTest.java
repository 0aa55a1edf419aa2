package com.nexway.dmp.adapter.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ProblemsTest {
  private static Problem doubt(String pointer, String message) {
    return Problem.warning(pointer, null, null, message);
  }

  private static Problem error(String pointer) {
    return Problem.error(pointer, "qty", "x", "is no number");
  }

  private static List<String> gathered(Problem... problems) {
    return Problems.gathered(List.of(problems)).stream()
        .map(problem -> problem.pointer() + " " + problem.message())
        .toList();
  }

  @Test
  void the_same_doubt_about_several_elements_is_one_line() {
    assertThat(
            gathered(
                doubt("/order/items/0/pricing/VATRate", "is missing"),
                doubt("/order/items/0/pricing/discountRate", "is missing"),
                doubt("/order/items/10/pricing/VATRate", "is missing"),
                doubt("/order/items/11/pricing/VATRate", "is missing")))
        .containsExactly(
            "/order/items/*/pricing/VATRate is missing (3 times)",
            "/order/items/0/pricing/discountRate is missing");
  }

  @Test
  void another_doubt_about_the_next_element_stays_by_itself() {
    assertThat(gathered(doubt("/a/0", "is odd"), doubt("/a/1", "is even")))
        .containsExactly("/a/0 is odd", "/a/1 is even");
  }

  @Test
  void each_error_stays_since_each_is_mended_by_itself() {
    assertThat(gathered(error("/order/items/0/quantity"), error("/order/items/1/quantity")))
        .containsExactly(
            "/order/items/0/quantity is no number", "/order/items/1/quantity is no number");
  }
}
