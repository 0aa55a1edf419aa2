package com.nexway.dmp.adapter.camel;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;

/** Vert.x, for the two HTTP ports. */
final class EventLoops {
  private EventLoops() {}

  static Vertx start() {
    // Java's own look-up of names follows the machine; Vert.x' keeps the name servers of its start.
    System.setProperty("vertx.disableDnsResolver", "true");
    return Vertx.vertx(new VertxOptions().setFileSystemOptions(withoutFiles()));
  }

  // Nothing is served from files, so none are left behind in the machine's temporary folder.
  private static FileSystemOptions withoutFiles() {
    return new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
  }
}
