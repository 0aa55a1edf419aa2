package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.nexway.dmp.adapter.mapping.conversion.Conversion;
import com.nexway.dmp.adapter.mapping.conversion.Misfit;
import com.nexway.dmp.adapter.mapping.conversion.Texts;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One value: read, tidied, looked up or calculated, converted.
 *
 * @param source where it comes from
 * @param trim whether white space at its edges is dropped
 * @param html what is done with the HTML in it
 * @param table what its values mean; null where it is taken as it is
 * @param calculation what is calculated with it; null where nothing is
 * @param conversion to the property's type
 * @param whenEmpty what an empty value gives
 * @param otherwise what a value gives that is not in the table, or does not fit
 */
record Leaf(
    Source source,
    boolean trim,
    Html html,
    @Nullable Table table,
    @Nullable Calculation calculation,
    Conversion conversion,
    Ending whenEmpty,
    Ending otherwise)
    implements Rule {

  @Override
  public @Nullable JsonNode render(Scope scope, Pass pass) {
    Object value = null;
    try {
      value = source.read(scope);
      pass.reading(source.columns(), value);
      return one(value, scope, pass);
    } catch (Misfit misfit) {
      if (value == null) {
        pass.reading(source.columns(), null);
      }
      return misfit(misfit, scope, pass);
    }
  }

  /** What a value gives that does not fit. */
  @Nullable JsonNode misfit(Misfit misfit, Scope scope, Pass pass) {
    pass.took();
    boolean skips = otherwise == Ending.Word.SKIP && source.columns() != null;
    return otherwise.take(
        skips ? source.columns() + ": " + misfit.why() : misfit.why(), scope, pass);
  }

  private @Nullable JsonNode empty(Scope scope, Pass pass) {
    String columns = source.columns();
    return whenEmpty.take((columns == null ? "the value" : columns) + " is empty", scope, pass);
  }

  /** One value, already read. */
  @Nullable JsonNode one(@Nullable Object raw, Scope scope, Pass pass) throws Misfit {
    Object value = raw instanceof String text ? tidy(text) : raw;
    if (table != null) {
      Ending found = table.find(value == null ? "" : Texts.of(value));
      if (found != null) {
        if (value != null) {
          pass.took();
        }
        return found.take(table.why(value), scope, pass);
      }
      if (value != null) {
        throw new Misfit(table.missing(value));
      }
    }
    if (value == null) {
      return empty(scope, pass);
    }
    Object result = calculation == null ? value : calculation.of(value, scope);
    JsonNode json = result == null ? null : conversion.convert(result, pass);
    if (json == null) {
      return empty(scope, pass);
    }
    pass.took();
    return json;
  }

  private @Nullable String tidy(String text) {
    String plain = html.plain(text);
    String tidy = trim ? Texts.trimmed(plain) : plain;
    return tidy.isEmpty() ? null : tidy;
  }

  /** Whether a column whose name begins so decides what it gives, also where another is empty. */
  boolean reads(String beginning) {
    String columns = source.columns();
    return columns != null && Stream.of(columns.split(", ")).anyMatch(c -> c.startsWith(beginning))
        || Stream.concat(
                Stream.of(whenEmpty, otherwise),
                table == null ? Stream.of() : table.endings().stream())
            .anyMatch(
                ending ->
                    ending instanceof Ending.Gives gives
                        && gives.rule() instanceof Leaf leaf
                        && leaf.reads(beginning));
  }

  @Override
  public @Nullable String columns() {
    return source.columns();
  }
}
