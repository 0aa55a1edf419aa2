package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What a leaf gives where its value is empty, is in a table, or does not fit. */
sealed interface Ending {
  /**
   * @param why what led here, for a reason or a message
   * @return the JSON; null where the property is left out
   */
  @Nullable JsonNode take(String why, Scope scope, Pass pass);

  /** The words {@code omit}, {@code skip} and {@code fail}. */
  enum Word implements Ending {
    /** The property is left out. */
    OMIT {
      @Override
      public @Nullable JsonNode take(String why, Scope scope, Pass pass) {
        return null;
      }
    },
    /** The record is left out. */
    SKIP {
      @Override
      public @Nullable JsonNode take(String why, Scope scope, Pass pass) {
        pass.skip(why);
        return null;
      }
    },
    /** The record is wrong. */
    FAIL {
      @Override
      public @Nullable JsonNode take(String why, Scope scope, Pass pass) {
        pass.error(why);
        return null;
      }
    }
  }

  /** A value instead. */
  record Gives(Rule rule) implements Ending {
    @Override
    public @Nullable JsonNode take(String why, Scope scope, Pass pass) {
      return rule.render(scope, pass);
    }
  }
}
