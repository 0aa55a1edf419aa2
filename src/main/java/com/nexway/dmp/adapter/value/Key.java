package com.nexway.dmp.adapter.value;

import com.nexway.dmp.adapter.yaml.Nearest;
import java.util.List;
import java.util.Locale;

/**
 * One thing that the merchant may set, a key of config/adapter.yaml or a parameter of a source: the
 * only place where it is described.
 *
 * @param name a key's with dots, {@code *} standing for a name that the merchant gives; a
 *     parameter's is one word
 * @param meaning what it says, in sentences
 * @param form how its value is written
 * @param byDefault its value where none is given, as it would be written in one line; empty where
 *     it has none
 * @param secret whether its value is never shown, and may stand in a file that {@code NAME-file}
 *     names
 */
public record Key<T>(String name, String meaning, Form<T> form, String byDefault, boolean secret) {
  /** What the key that names the file of a secret ends with. */
  public static final String FILE = "-file";

  /** A key with a default. */
  public static <T> Key<T> of(String name, Form<T> form, String byDefault, String meaning) {
    return new Key<>(name, meaning, form, byDefault, false);
  }

  /** A key without a default. */
  public static <T> Key<T> unset(String name, Form<T> form, String meaning) {
    return new Key<>(name, meaning, form, "", false);
  }

  /** A key without a default whose value is never shown. */
  public static Key<Secret> secret(String name, String meaning) {
    return new Key<>(name, meaning, Forms.secret(), "", true);
  }

  /** This key for one of the names that the merchant gives. */
  public Key<T> named(String given) {
    return new Key<>(name.replace("*", given), meaning, form, byDefault, secret);
  }

  /** Whether its name holds one that the merchant gives. */
  public boolean isPattern() {
    return name.contains("*");
  }

  /** The variable of the environment that sets a key. */
  public static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** What is wrong with a value that does not keep the rule, to go on after its name. */
  String refusal(List<String> texts) {
    String got = String.join(", ", texts);
    String shown = secret ? "" : "; it is '" + Addresses.shown(got) + "'";
    return " must be " + form.told() + shown + Nearest.hint(got.strip(), form.words());
  }
}
