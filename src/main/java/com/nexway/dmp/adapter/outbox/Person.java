package com.nexway.dmp.adapter.outbox;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One person, as the outbox knows people: by an e-mail address, or its hash. */
final class Person {
  private final String email;
  private final Hash hash;
  private final Pattern mention;

  Person(String email) {
    this.email = email.strip().toLowerCase(Locale.ROOT);
    this.hash = Hash.of(this.email);
    // ann@x.com is not in joann@x.com, nor in ann@x.com.au.
    this.mention =
        Pattern.compile(
            "(?<![\\w.+-])" + Pattern.quote(this.email) + "(?![\\w-]|\\.\\w)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  Hash hash() {
    return hash;
  }

  /** For {@code lower(column) LIKE ?}: finds every mention, and perhaps more. */
  String like() {
    return "%" + email.replace('\\', '_') + "%";
  }

  boolean isIn(@Nullable String text) {
    return text != null && mention.matcher(text).find();
  }
}
