package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.files.PrivateFiles;
import com.nexway.dmp.adapter.text.OneLine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** The folder resend/refused: files that were not sent, each with a note beside it. */
final class RefusedFiles {
  private static final String NOT_SENT = " was not sent again:";
  private static final Pattern NOTE =
      Pattern.compile(
          "(?:Dead letter \\d+(?: waits to be sent|: )|.*" + NOT_SENT + "\\R).*", Pattern.DOTALL);
  private static final int LONGEST_NOTE = 1 << 20;

  private final Path folder;

  RefusedFiles(Path folder) {
    this.folder = folder;
  }

  /** Takes a file, and says beside it why. */
  void take(Path file, List<String> reasons) throws IOException {
    StringBuilder text = new StringBuilder(OneLine.name(file)).append(NOT_SENT).append('\n');
    reasons.forEach(
        reason -> text.append("- ").append(OneLine.of(reason, LONGEST_NOTE)).append('\n'));
    text.append("Correct it, and move it to dead-letters/resend/ once more.\n");
    try (OutputStream out = PrivateFiles.open(folder.resolve(note(file)))) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Whether a file is a note of ours that was moved along with its letter. */
  static boolean isNote(Path file) throws IOException {
    return name(file).endsWith(".txt")
        && Files.size(file) <= LONGEST_NOTE
        && NOTE.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).matches();
  }

  /** A file's name without the endings that editors give to JSON. */
  static String base(Path file) {
    return name(file).replaceFirst("(?i)(\\.json(\\.txt)?|\\.txt)$", "");
  }

  private static String note(Path file) {
    String note = base(file) + ".txt";
    return note.equalsIgnoreCase(name(file)) ? base(file) + "-why.txt" : note;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
