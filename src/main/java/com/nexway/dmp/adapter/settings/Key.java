package com.nexway.dmp.adapter.settings;

import java.util.Locale;

/**
 * One key of config/adapter.yaml: the only place where it is described.
 *
 * @param name with dots; {@code *} stands for a name that the merchant gives
 * @param form what its value looks like
 * @param byDefault its value where none is given, as it would be written in one line; empty where
 *     it has none
 * @param secret whether its value is never shown, and may stand in a file that {@code NAME-file}
 *     names
 */
record Key<T>(String name, Form<T> form, String byDefault, boolean secret) {
  /** What the key that names the file of a secret ends with. */
  static final String FILE = "-file";

  static <T> Key<T> of(String name, Form<T> form, String byDefault) {
    return new Key<>(name, form, byDefault, false);
  }

  /** A key without a default. */
  static <T> Key<T> unset(String name, Form<T> form) {
    return new Key<>(name, form, "", false);
  }

  /** A key without a default whose value is never shown. */
  static <T> Key<T> secret(String name, Form<T> form) {
    return new Key<>(name, form, "", true);
  }

  /** This key for one of the names that the merchant gives. */
  Key<T> named(String given) {
    return new Key<>(name.replace("*", given), form, byDefault, secret);
  }

  boolean isPattern() {
    return name.contains("*");
  }

  /** The variable of the environment that sets a key. */
  static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
