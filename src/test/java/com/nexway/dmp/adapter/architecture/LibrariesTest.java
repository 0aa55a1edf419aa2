package com.nexway.dmp.adapter.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.ChildJava;
import java.io.File;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No library with a known hole is shipped. There is no free list of holes that can be asked without
 * an account, so the lowest good versions stand here, each with what was mended in it.
 */
final class LibrariesTest {
  private static final Pattern JAR = Pattern.compile("(.+?)-(\\d.*)[.]jar");

  private static final List<Library> LIBRARIES = libraries();

  private record Library(String name, Version version) {}

  @ParameterizedTest(name = "{0} is {1} or newer: {2}")
  @CsvSource({
    "netty-(?!tcnative).*, 4.1.136.Final, CVE-2026-33871 and later ones",
    "vertx-core, 4.5.24, CVE-2026-1002 (a cache that strangers fill)",
    "vertx-web.*, 4.5.22, CVE-2025-11965 and 11966 (hidden files and names of folders)",
    "jackson-core, 2.21.1, a number whose length had no limit when it was read in pieces",
    "jackson-databind, 2.21.1, the version that belongs to it",
    "camel-(?!csv).*, 4.18.0, CVE-2025-27636 and later ones (headers that reach a route)",
    "camel-csv, 4.17.0, the same",
    "logback-.*, 1.5.25, CVE-2026-1225 (classes named in a configuration)",
    "postgresql, 42.7.7, CVE-2025-49146 (channel binding that was not asked for)",
    "mssql-jdbc, 13.2.1.jre11, CVE-2025-59250 (the name of a server that is not checked)",
    "mariadb-java-client, 3.5.3, the newest line when it was chosen",
    "h2, 2.2.220, CVE-2022-45868 (a password in a command line)",
    "sqlite-jdbc, 3.51.3.0, CVE-2025-6965 and a WAL that lost what was committed",
    "quartz, 2.4.0, CVE-2023-39017 (jobs that are named by a message)",
    "commons-io, 2.14.0, CVE-2024-47554 (a reader without end)",
    "commons-lang3, 3.18.0, CVE-2025-48924 (a name that recurses)",
    "commons-compress, 1.26.0, CVE-2024-25710 and 26308",
    "httpclient5, 5.4.3, CVE-2025-27820 (domains that are not checked)",
    "httpcore5.*, 5.3.4, the version that belongs to it",
    "snakeyaml-engine, 2.8, the newest line when it was chosen",
    "slf4j-api, 2.0.9, the version that belongs to logback",
    "assertj-core, 3.27.7, CVE-2026-24400 (XML that names files)"
  })
  void a_library_is_no_older_than_its_last_mended_hole(String name, String lowest, String why) {
    assertThat(LIBRARIES)
        .filteredOn(library -> library.name().matches(name))
        .as(why)
        .allSatisfy(
            library -> assertThat(library.version()).isGreaterThanOrEqualTo(Version.parse(lowest)));
  }

  @Test
  void what_quartz_would_bring_and_nobody_uses_stays_out() {
    assertThat(LIBRARIES)
        .extracting(Library::name)
        .contains("quartz", "netty-handler", "sqlite-jdbc")
        .noneMatch(name -> name.matches("c3p0|mchange-.*"));
  }

  private static List<Library> libraries() {
    return Stream.of(ChildJava.classPath().split(File.pathSeparator))
        .map(entry -> JAR.matcher(String.valueOf(Path.of(entry).getFileName())))
        .filter(Matcher::matches)
        .map(jar -> new Library(jar.group(1), Version.parse(jar.group(2))))
        .toList();
  }
}
