package com.nexway.dmp.adapter.health;

import java.util.List;

/** Something that can tell how it fares. */
@FunctionalInterface
public interface Part {
  /**
   * Looks now. Asked by any thread, only when somebody asks for health or numbers: it must be
   * quick, and bounded whatever has gathered.
   *
   * @return any number of findings, also about several parts; none where there is nothing to say
   */
  List<Finding> look();
}
