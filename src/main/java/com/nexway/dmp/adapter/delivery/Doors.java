package com.nexway.dmp.adapter.delivery;

import org.jspecify.annotations.Nullable;

/** What to mend where the DMP lets nothing in, told to a shop owner. */
final class Doors {
  private static final int LONGEST = 200;

  private Doors() {}

  static String refused(int status) {
    return switch (status) {
      case 401 ->
          "The DMP does not accept the user name and password (401). Set dmp.username and"
              + " dmp.password to what Nexway gave you.";
      case 407 ->
          "The proxy asks for a user name and password (407). Set dmp.proxy-username and"
              + " dmp.proxy-password.";
      default ->
          "Nothing takes events at this address ("
              + status
              + "). Compare dmp.url with what Nexway"
              + " gave you.";
    };
  }

  static String moved(int status, @Nullable String location) {
    String where = location == null ? "" : " to " + cut(location);
    return "The address redirects"
        + where
        + " ("
        + status
        + "), which is never followed. Set dmp.url to the address that Nexway gave you.";
  }

  static String tls(Throwable failure) {
    return "The secure connection to the DMP was refused: "
        + cut(Failures.root(failure))
        + ". Compare dmp.url; where a proxy or a gateway of yours has its own certificates, name"
        + " them in dmp.truststore.";
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
