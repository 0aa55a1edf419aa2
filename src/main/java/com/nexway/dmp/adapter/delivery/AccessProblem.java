package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.text.OneLine;
import org.jspecify.annotations.Nullable;

/** What to mend where the DMP lets nothing in, told to a shop owner. */
final class AccessProblem {
  private static final int LONGEST = 200;

  private AccessProblem() {}

  static String refused(int status) {
    return switch (status) {
      case 401 ->
          "The DMP does not accept the user name and password (401). Set dmp.username and"
              + " dmp.password to what Nexway gave you. A password in a file (dmp.password-file) is"
              + " read again by itself; what stands in config/adapter.yaml, after a restart.";
      case 407 ->
          "Your proxy (dmp.proxy) asks for another user name and password (407). Set"
              + " dmp.proxy-username and dmp.proxy-password. A password in a file"
              + " (dmp.proxy-password-file) is read again by itself; what stands in"
              + " config/adapter.yaml, after a restart.";
      default ->
          "Nothing takes events at this address ("
              + status
              + "). Compare dmp.url with what Nexway"
              + " gave you.";
    };
  }

  static String moved(int status, @Nullable String location) {
    String where = location == null ? "" : " to " + cut(withoutQuery(location));
    return "The address redirects"
        + where
        + " ("
        + status
        + "), which is never followed. Set dmp.url to the address that Nexway gave you.";
  }

  static String tls(Throwable failure) {
    return "The secure connection to the DMP was refused: "
        + cut(Certificate.inWords(failure).orElseGet(() -> Failures.root(failure)))
        + ". Compare dmp.url; where a proxy or a gateway of yours has its own certificates, name"
        + " them in dmp.truststore.";
  }

  /** A query may hold what is secret, and so may a user before the host. */
  private static String withoutQuery(String location) {
    return location.split("[?#]", 2)[0].replaceFirst("//[^/]*@", "//");
  }

  private static String cut(String text) {
    return OneLine.of(text, LONGEST);
  }
}
