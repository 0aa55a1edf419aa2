package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.mapping.conversion.Misfit;
import org.jspecify.annotations.Nullable;

/** Where a leaf takes its value from. */
interface Source {
  /** The value; null where the record has none. */
  @Nullable Object read(Scope scope) throws Misfit;

  /** The columns or paths it reads, for messages; null for a constant. */
  @Nullable String columns();
}
