package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.files.Obstacle;
import com.nexway.dmp.adapter.files.PrivateFiles;
import com.nexway.dmp.adapter.outbox.DeadLetter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes dead letters into their files; bean {@code letters}. The outbox keeps each until its file
 * is on the disk: where the folder is missing, full or not ours, they wait, and that is told once.
 */
public final class LetterFiling {
  private static final Logger LOG = LoggerFactory.getLogger(LetterFiling.class);

  /** Letters of one step, each at most as long as an event and its record. */
  private static final int MOST = 200;

  private final Path folder;
  private final LetterFiles letters = new LetterFiles();
  private volatile @Nullable String trouble;

  /**
   * @param folder the folder of dead letters, absolute
   */
  public LetterFiling(Path folder) {
    this.folder = folder;
  }

  /** How many letters the next step takes: a single one to try with while none can be written. */
  public int most() {
    return trouble == null ? MOST : 1;
  }

  /**
   * Writes letters, each whole or not at all; behind one that cannot be written, none is tried.
   *
   * @return the names of the files that are on the disk, by letter
   */
  public Map<Long, String> write(List<DeadLetter> unfiled) {
    Map<Long, String> written = new LinkedHashMap<>();
    try {
      for (DeadLetter letter : unfiled) {
        String name = letters.name(letter);
        PrivateFiles.replace(
            folder.resolve(name), letters.text(letter).getBytes(StandardCharsets.UTF_8));
        written.put(letter.id(), name);
      }
      mended(!unfiled.isEmpty());
    } catch (IOException e) {
      failed(e);
    }
    return written;
  }

  /** Why dead letters wait for their files, in words; empty where none does. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** Letters could not be read, written or noted: they wait. */
  public void failed(Exception e) {
    String words =
        "Dead letters cannot be written into their files, and wait in the outbox: "
            + (e instanceof IOException io ? Obstacle.words(io) : e.getMessage());
    if (!words.equals(trouble)) {
      trouble = words;
      LOG.warn("{}", words);
    }
  }

  private void mended(boolean wrote) {
    if (wrote && trouble != null) {
      trouble = null;
      LOG.info("Dead letters are written into their files again");
    }
  }
}
