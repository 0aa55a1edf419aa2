package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.storage.Location;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is known of records is known of one account. */
abstract class AccountTests extends OnOutbox {
  private static final Account TRIED = new Account("http://127.0.0.1:8099/event", "sandbox");
  private static final Account REAL = new Account("https://dmp.example/event", "merchant");

  AccountTests(Place place) {
    super(place);
  }

  @BeforeEach
  void send_to_the_first() {
    assertThat(outbox.accounts().use(TRIED)).isEmpty();
  }

  @Test
  void another_account_is_taken_while_nothing_is_known() {
    assertThat(look(REAL)).isEmpty();
    assertThat(outbox.accounts().use(REAL)).isEmpty();
    accept(Shop.live().order("order:1", "a@x.com", "accepted"));

    assertThat(look(REAL)).isEmpty();
    assertThat(look(TRIED)).map(AccountChange::before).contains(REAL);
  }

  @Test
  void another_account_is_not_taken_where_something_is_known_or_waits() {
    accept(Shop.live().order("order:1", "a@x.com", "accepted"));
    drain();
    accept(Shop.live().order("order:2", "a@x.com", "accepted"));

    AccountChange change = outbox.accounts().use(REAL).orElseThrow();

    assertThat(change).isEqualTo(new AccountChange(TRIED, REAL, 1, 1));
    assertThat(look(REAL)).contains(change);
    assertThat(change.words())
        .contains("https://dmp.example/event as merchant", "8099/event as sandbox")
        .contains("account same", "account new, and 2 records will be sent")
        .contains("CSV files are to be dropped again");
    assertThat(outbox.accounts().use(TRIED)).isEmpty();
  }

  @Test
  void another_user_at_the_same_address_is_another_account() {
    accept(Shop.live().order("order:1", "a@x.com", "accepted"));

    assertThat(outbox.accounts().use(new Account(TRIED.url(), "other"))).isPresent();
  }

  @Test
  void the_same_account_under_another_name_keeps_what_was_sent() {
    accept(Shop.live().order("order:1", "a@x.com", "accepted").at("file", "row 7"));
    drain();

    outbox.accounts().same(REAL);

    assertThat(outbox.accounts().use(REAL)).isEmpty();
    assertThat(accept(Shop.live().order("order:1", "a@x.com", "accepted")).unchanged())
        .isEqualTo(1);
    assertThat(outbox.checkpoint("shop", "file")).isPresent();
  }

  @Test
  void what_was_left_out_for_one_account_is_not_told_of_another() {
    accept(Shop.live().order("order:1", "a@x.com", "newer", 20));
    accept(Shop.live().order("order:1", "a@x.com", "older", 10));
    drain();
    assertThat(outbox.find("1")).extracting(Found::state).contains(Found.State.STALE);

    outbox.accounts().move(REAL);

    assertThat(outbox.find("1")).extracting(Found::state).doesNotContain(Found.State.STALE);
  }

  @Test
  void a_new_account_gets_everything_once() {
    accept(Shop.live().order("order:1", "a@x.com", "accepted").at("", "row 7"));
    drain();
    accept(Shop.live().order("order:2", "b@x.com", "accepted"));

    outbox.accounts().move(REAL);

    assertThat(outbox.accounts().use(REAL)).isEmpty();
    assertThat(outbox.checkpoint("shop", "")).isEmpty();
    Accepted again =
        accept(
            Shop.live()
                .order("order:1", "a@x.com", "accepted")
                .order("order:2", "b@x.com", "accepted"));
    assertThat(again).hasToString("1 queued, 1 unchanged");
    assertThat(drain()).hasSize(2);
  }

  @Test
  void a_change_that_waits_is_not_dropped_for_a_state_that_the_new_account_never_had() {
    accept(Shop.live().order("order:1", "a@x.com", "pending"));
    drain();
    accept(Shop.live().order("order:1", "a@x.com", "accepted"));
    outbox.accounts().move(REAL);

    accept(Shop.live().order("order:1", "a@x.com", "pending"));

    List<String> bodies = drain();
    assertThat(bodies).hasSize(2);
    assertThat(bodies.get(0)).contains("accepted");
    assertThat(bodies.get(1)).contains("pending");
  }

  private Optional<AccountChange> look(Account account) {
    return Accounts.look(Location.of(url), account);
  }
}
