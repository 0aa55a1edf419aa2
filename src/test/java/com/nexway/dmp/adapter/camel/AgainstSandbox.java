package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.delivery.DestinationState.Mode;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.RunningRoutes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the delivery route, with a stand-in as its DMP. */
abstract class AgainstSandbox {
  @TempDir Path home;
  Sandbox dmp;
  RunningRoutes adapter;
  final Map<String, String> settings = new HashMap<>();

  @BeforeEach
  void startTheSandbox() throws IOException {
    dmp = Sandbox.start();
    settings.put("DMP_URL", dmp.uri().toString());
    settings.put("DMP_USERNAME", "sandbox");
    settings.put("DMP_PASSWORD", "sandbox");
  }

  @AfterEach
  void stopAll() {
    if (adapter != null) {
      adapter.close();
    }
    dmp.close();
  }

  Mode mode() {
    return adapter.destination().mode();
  }
}
