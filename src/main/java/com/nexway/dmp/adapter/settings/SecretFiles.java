package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.files.Obstacle;
import com.nexway.dmp.adapter.files.Utf8;
import com.nexway.dmp.adapter.value.Given;
import com.nexway.dmp.adapter.value.Secret;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the secrets that stand in files of their own: {@code dmp.password-file}. */
final class SecretFiles {
  private final Home home;
  private final List<FileProblem> problems;

  SecretFiles(Home home, List<FileProblem> problems) {
    this.home = home;
    this.problems = problems;
  }

  /** The same values, each secret's file replaced by the secret. */
  Map<String, Given> read(Map<String, Given> raws) {
    Map<String, Given> read = new HashMap<>();
    raws.forEach(
        (name, raw) -> {
          String secret = Keys.secretOf(name).orElse(name);
          if (secret.equals(name)) {
            read.putIfAbsent(name, raw);
            return;
          }
          if (raws.containsKey(secret)) {
            problems.add(raw.problem("give " + secret + " or " + name + ", not both"));
          } else {
            read.put(secret, content(name, raw));
          }
        });
    return read;
  }

  private Given content(String name, Given raw) {
    String written = raw.texts().get(0).strip();
    try {
      Path file = home.resolve(written);
      return raw.from(file, Secret.text(file));
    } catch (Utf8.TooLong e) {
      problems.add(raw.problem("%s: %s is longer than 64 KiB".formatted(name, written)));
    } catch (Utf8.NotText e) {
      problems.add(raw.problem("%s: %s: %s".formatted(name, written, e.getMessage())));
    } catch (NoSuchFileException e) {
      problems.add(raw.problem("%s: there is no file %s".formatted(name, written)));
    } catch (IOException e) {
      problems.add(
          raw.problem(
              "%s: %s".formatted(name, Obstacle.at(home.resolve(written), e).getMessage())));
    } catch (IllegalArgumentException e) {
      problems.add(raw.problem("%s: %s is no name of a file".formatted(name, written)));
    }
    return Given.line(raw.place(), "");
  }
}
