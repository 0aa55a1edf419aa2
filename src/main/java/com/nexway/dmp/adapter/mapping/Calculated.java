package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.mapping.conversion.Misfit;
import com.nexway.dmp.adapter.mapping.conversion.Texts;
import org.jspecify.annotations.Nullable;

/**
 * An operand that is calculated itself.
 *
 * @param source its first number
 * @param calculation what is done with it
 */
record Calculated(Source source, Calculation calculation) implements Source {
  @Override
  public Object read(Scope scope) throws Misfit {
    Object read = source.read(scope);
    Object first = read instanceof String text ? Texts.trimmed(text) : read;
    if (first == null || first.equals("")) {
      throw new Misfit(source.columns() + " is empty; where that is right, write otherwise: omit");
    }
    return calculation.of(first, scope);
  }

  @Override
  public @Nullable String columns() {
    StringBuilder columns = new StringBuilder(String.valueOf(source.columns()));
    for (Calculation.Step step : calculation.steps()) {
      if (step.operand().columns() != null) {
        columns.append(", ").append(step.operand().columns());
      }
    }
    return columns.toString();
  }
}
