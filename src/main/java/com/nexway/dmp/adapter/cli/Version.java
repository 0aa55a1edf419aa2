package com.nexway.dmp.adapter.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar was built as. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String built = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "${COMMAND-FULL-NAME} " + (built == null ? "(not built as a jar)" : built)
    };
  }
}
