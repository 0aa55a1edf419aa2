package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.mapping.conversion.Misfit;
import com.nexway.dmp.adapter.mapping.conversion.Texts;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Text around columns, such as {@code ${first} ${last}}; absent where all its columns are empty.
 *
 * @param whole whether it is absent where any of them is, since half an identifier is none
 * @param parts text ({@link String}) and columns ({@link Reference}) in their order
 */
record ComposedText(boolean whole, List<Object> parts) implements Source {
  private static final Map<String, String> SIGNS =
      Map.of("+", "plus", "-", "minus", "*", "times", "/", "divided-by");

  @Override
  public @Nullable Object read(Scope scope) throws Misfit {
    StringBuilder text = new StringBuilder();
    boolean found = false;
    for (Object part : parts) {
      if (part instanceof Reference reference) {
        Object value = reference.read(scope);
        String piece = value == null ? "" : Texts.trimmed(Texts.of(value));
        if (whole && piece.isEmpty()) {
          return null;
        }
        found |= !piece.isEmpty();
        text.append(piece);
      } else {
        text.append(part);
      }
    }
    return found ? text.toString() : null;
  }

  /** The same, absent where any of its columns is empty. */
  ComposedText asWhole() {
    return new ComposedText(true, parts);
  }

  /** The calculation that is likely meant, where a sign stands between two columns; or null. */
  @Nullable String calculation() {
    for (int i = 1; i < parts.size() - 1; i++) {
      String word = parts.get(i) instanceof String sign ? SIGNS.get(sign.strip()) : null;
      if (word != null
          && parts.get(i - 1) instanceof Reference first
          && parts.get(i + 1) instanceof Reference second) {
        return "{ column: %s, %s: \"${%s}\" }".formatted(first.columns(), word, second.columns());
      }
    }
    return null;
  }

  @Override
  public String columns() {
    StringJoiner names = new StringJoiner(", ");
    for (Object part : parts) {
      if (part instanceof Reference reference) {
        names.add(reference.columns());
      }
    }
    return names.toString();
  }
}
