package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.value.Forms;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.value.Values;
import java.util.List;

/**
 * How records come in, from {@code intake:} in config/adapter.yaml.
 *
 * @param suppressed addresses whose records are skipped, beside those that are always; {@code *}
 *     stands for any letters
 */
public record IntakeSettings(List<String> suppressed) {
  private static final Key<List<String>> SUPPRESSED =
      Key.unset(
          "intake.suppressed",
          Forms.list(
              "an e-mail address, * standing for any letters",
              1000,
              text -> text.length() <= 320 && text.matches("[^@\\s]+@[^@\\s]+")),
          "Records with these addresses are skipped, such as \"*@my-shop.example\". Nobody's"
              + " addresses always are: deleted@site.invalid, *@marketplace.amazon.* People who"
              + " were erased need not stand here: `erase EMAIL --suppress` skips them, and keeps a"
              + " hash of the address alone.");

  static final List<Key<?>> KEYS = List.of(SUPPRESSED);

  static IntakeSettings from(Values values) {
    return new IntakeSettings(values.find(SUPPRESSED).orElse(List.of()));
  }
}
