package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.camel.OutboxOfSettings;
import com.nexway.dmp.adapter.outbox.Accounts;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.storage.StorageRefused;
import com.nexway.dmp.adapter.storage.StorageUnavailable;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether the outbox opens, and what it knows was sent to the account that the settings name. */
final class OutboxCheck {
  private static final String SQLITE = "jdbc:sqlite:";

  private OutboxCheck() {}

  /**
   * Looks, and changes nothing. An outbox that is not there yet is made by {@code run}.
   *
   * @param connect whether a server may be asked; a file always is
   */
  static List<FileProblem> ask(AdapterSettings settings, boolean connect) {
    String url = settings.store().url();
    boolean isFile = url.startsWith(SQLITE);
    if (isFile ? Files.notExists(Path.of(url.substring(SQLITE.length()))) : !connect) {
      return List.of();
    }
    try {
      return Accounts.look(OutboxOfSettings.location(settings), OutboxOfSettings.account(settings))
          .map(change -> problem(change.words()))
          .stream()
          .toList();
    } catch (StorageRefused | StorageUnavailable e) {
      return List.of(problem("outbox.url: " + e.getMessage()));
    }
  }

  private static FileProblem problem(String message) {
    return new FileProblem("config/adapter.yaml", 0, 0, message);
  }
}
