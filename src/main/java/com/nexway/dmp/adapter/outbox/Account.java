package com.nexway.dmp.adapter.outbox;

/**
 * Whose DMP events go to: what is known of records is known of one account.
 *
 * @param url the end-point
 * @param user the user name; no password stands beside it
 */
public record Account(String url, String user) {
  @Override
  public String toString() {
    return url + " as " + user;
  }
}
