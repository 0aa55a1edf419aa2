package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.record.Checkpoint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text that PostgreSQL would refuse and SQLite would take: both take it, and give it back. */
abstract class OddTextTests extends OnOutbox {
  private static final List<String> ODD =
      List.of(
          "x\u0000y",
          "\u0000",
          "half a pair \uD83D",
          "the other half \uDE00 and more",
          "\uDE00\uD83D",
          "a substitute \u001A0041 and \u001A",
          "a whole pair \uD83D\uDE00 and \uFFFE \uFFFF");

  OddTextTests(Place place) {
    super(place);
  }

  @Test
  void a_key_of_any_characters_is_stored_and_known_again() {
    for (String odd : ODD) {
      accept(Shop.live().order("order:" + odd, "a@x.com", "accepted"));
    }

    assertThat(drain()).hasSize(ODD.size());
    for (String odd : ODD) {
      assertThat(accept(Shop.live().order("order:" + odd, "a@x.com", "accepted")).unchanged())
          .isEqualTo(1);
      assertThat(accept(Shop.live().order("order:" + odd, "a@x.com", "refused")).queued())
          .isEqualTo(1);
    }
  }

  @Test
  void a_dead_letter_keeps_every_character_of_what_could_not_be_read() {
    Shop shop = Shop.live();
    ODD.forEach(odd -> shop.unreadable("1;" + odd));
    ODD.forEach(odd -> shop.refused("order:" + odd, odd, "it holds " + odd));

    accept(shop);

    List<DeadLetter> letters = outbox.letters().unfiled(100);
    assertThat(letters.subList(ODD.size(), letters.size()))
        .extracting(DeadLetter::record)
        .containsExactlyElementsOf(ODD.stream().map(odd -> "1;" + odd).toList());
    assertThat(letters.subList(0, ODD.size()))
        .extracting(letter -> letter.problems().get(0).message())
        .containsExactlyElementsOf(ODD.stream().map(odd -> "it holds " + odd).toList());
  }

  @Test
  void a_checkpoint_comes_back_to_the_letter() {
    for (String odd : ODD) {
      accept(Shop.live().at(odd, "behind " + odd));

      assertThat(outbox.checkpoint("shop", odd))
          .contains(new Checkpoint("shop", odd, "behind " + odd));
    }
  }
}
