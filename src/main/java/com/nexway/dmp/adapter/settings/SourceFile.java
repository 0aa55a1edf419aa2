package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of routes/sources/.
 *
 * @param name the source's name: the file's, without .yaml
 * @param file where it is
 * @param settings what it says; null where anything is wrong with it
 * @param problems what is wrong with it
 */
public record SourceFile(
    String name, Path file, @Nullable SourceSettings settings, List<FileProblem> problems) {

  /** Whether the source can be started. */
  public boolean isGood() {
    return settings != null;
  }
}
