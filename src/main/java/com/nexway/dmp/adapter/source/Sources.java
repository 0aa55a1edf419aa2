package com.nexway.dmp.adapter.source;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The settings of all sources, by name. */
public final class Sources {
  private final Map<String, SourceSettings> byName = new TreeMap<>();

  public Sources(Collection<? extends SourceSettings> all) {
    all.forEach(settings -> byName.put(settings.name(), settings));
  }

  /**
   * The settings of one source.
   *
   * @param kind the class that its template's settings have
   * @throws IllegalStateException where there is no such source: routes and settings were read from
   *     different files
   */
  public <S extends SourceSettings> S of(String name, Class<S> kind) {
    SourceSettings found = byName.get(name);
    if (!kind.isInstance(found)) {
      throw new IllegalStateException("there is no source '" + name + "' with " + kind);
    }
    return kind.cast(found);
  }

  /** All of one kind. */
  public <S extends SourceSettings> Collection<S> all(Class<S> kind) {
    return byName.values().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
