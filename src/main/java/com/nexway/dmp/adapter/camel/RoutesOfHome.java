package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.settings.SourceFile;
import com.nexway.dmp.adapter.settings.SourceFiles;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.properties.PropertiesComponent;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

/** Camel as the adapter runs it, on the route files of a home. */
final class RoutesOfHome {
  private RoutesOfHome() {}

  /**
   * To be called before Camel starts.
   *
   * @param sources those that are good have routes
   * @param patience how long a stop waits for what is in flight
   */
  static void configure(Main main, Home home, SourceFiles sources, Duration patience) {
    String routes =
        Stream.concat(
                Stream.of(home.routes().resolve("*.yaml")),
                sources.files().stream().filter(SourceFile::isGood).map(SourceFile::file))
            .map(file -> "file:" + file)
            .collect(Collectors.joining(","));
    main.configure()
        .withRoutesIncludePattern(routes)
        .withStreamCachingEnabled(false)
        .withShutdownTimeout((int) patience.toSeconds())
        .withShutdownLogInflightExchangesOnTimeout(false)
        .withName("adapter");
    main.addMainListener(
        new MainListenerSupport() {
          @Override
          public void afterConfigure(BaseMainSupport starting) {
            keysAsTheyAreRead(starting.getCamelContext());
          }
        });
  }

  /**
   * A key in a route is what the settings say: they have asked the environment already. Camel would
   * ask it again, for a template's {@code {{zone}}} or {@code {{source}}} as well.
   */
  private static void keysAsTheyAreRead(CamelContext context) {
    PropertiesComponent keys = (PropertiesComponent) context.getPropertiesComponent();
    keys.setEnvironmentVariableMode(PropertiesComponent.ENVIRONMENT_VARIABLES_MODE_NEVER);
    keys.setSystemPropertiesMode(PropertiesComponent.SYSTEM_PROPERTIES_MODE_NEVER);
  }
}
