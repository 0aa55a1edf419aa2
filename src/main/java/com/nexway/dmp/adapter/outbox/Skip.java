package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.event.Draft;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record that the mapping leaves out.
 *
 * @param key what identifies it, as the outbox keeps it; null where the mapping does not give it
 * @param email the address of the person whom it is about, as it is compared; empty for none
 * @param reason in words, which may name the value that decided
 */
record Skip(@Nullable String key, String email, String place, String reason) {
  static Skip of(Draft.Skipped skipped, Pseudonym pseudonym) {
    return new Skip(
        skipped.key() == null ? null : pseudonym.key(skipped.key()),
        Person.normal(skipped.email()),
        skipped.record().origin().place(),
        skipped.reason());
  }

  Set<String> people() {
    return email.isEmpty() ? Set.of() : Set.of(email);
  }

  @Nullable Hash person() {
    return email.isEmpty() ? null : Hash.of(email);
  }
}
