package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** How one part of the event is made: the mapping file, compiled. */
sealed interface Rule permits Constant, Leaf, TextList, ObjectRule, ListRule, Each {
  /**
   * Makes the part; what is wrong is told to the pass.
   *
   * @return its JSON; null where it is empty, and so left out
   */
  @Nullable JsonNode render(Scope scope, Pass pass);

  /** The columns or path that a value or an array is taken from; null for anything else. */
  @Nullable String columns();
}
