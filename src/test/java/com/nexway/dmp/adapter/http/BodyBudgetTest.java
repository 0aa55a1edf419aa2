package com.nexway.dmp.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.http.BodyBudget.Grown;
import com.nexway.dmp.adapter.http.BodyBudget.Share;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BodyBudgetTest {
  private static final int KB = 1024;

  private final BodyBudget budget = new BodyBudget(400 * KB);
  private final List<String> cut = new ArrayList<>();

  @Test
  void the_oldest_large_one_is_cut_for_a_newcomer() {
    Share first = large("first", 100);
    Share second = large("second", 100);
    Share third = open("third");

    assertThat(third.grow(100 * KB, 100 * KB)).isEqualTo(Grown.TAKEN);
    assertThat(cut).containsExactly("first");
    assertThat(budget.held()).isEqualTo(200 * KB);
    assertThat(second.grow(10 * KB, 110 * KB)).isEqualTo(Grown.CUT);
    assertThat(cut).containsExactly("first", "second");
    first.close();
    assertThat(budget.held()).isEqualTo(100 * KB);
  }

  @Test
  void half_is_kept_for_small_ones() {
    large("a", 100);
    large("b", 100);

    for (int i = 0; i < 4; i++) {
      assertThat(open("small").grow(50 * KB, 50 * KB)).isEqualTo(Grown.TAKEN);
    }
    assertThat(cut).isEmpty();
  }

  @Test
  void small_ones_beyond_their_half_give_way_to_a_large_one() {
    for (int i = 0; i < 8; i++) {
      open("small" + i).grow(50 * KB, 50 * KB);
    }

    assertThat(open("large").grow(100 * KB, 100 * KB)).isEqualTo(Grown.TAKEN);
    assertThat(cut).containsExactly("small0", "small1");
  }

  @Test
  void whole_ones_are_never_cut_and_the_next_one_waits_for_them() {
    Share whole = large("whole", 150);
    whole.finish();
    Share next = open("next");
    List<String> told = new ArrayList<>();

    assertThat(next.grow(100 * KB, 100 * KB)).isEqualTo(Grown.WAIT);
    budget.await(() -> told.add("room"));
    whole.close();

    assertThat(told).containsExactly("room");
    assertThat(next.grow(100 * KB, 100 * KB)).isEqualTo(Grown.TAKEN);
    assertThat(cut).isEmpty();
  }

  @Test
  void what_could_never_fit_is_cut_itself() {
    assertThat(open("vast").grow(300 * KB, 300 * KB)).isEqualTo(Grown.CUT);
    assertThat(cut).containsExactly("vast");
    assertThat(budget.held()).isZero();
  }

  private Share large(String name, int size) {
    Share share = open(name);
    assertThat(share.grow(size * KB, (long) size * KB)).isEqualTo(Grown.TAKEN);
    return share;
  }

  private Share open(String name) {
    return budget.open(() -> cut.add(name));
  }
}
