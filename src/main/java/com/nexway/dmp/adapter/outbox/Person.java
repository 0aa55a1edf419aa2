package com.nexway.dmp.adapter.outbox;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One person, as all of the adapter knows people: by an e-mail address, whatever its capitals. Who
 * is meant is decided here alone, for tables, files and what comes in.
 */
public final class Person {
  /** Of a text, at most so many addresses are looked at. */
  private static final int MOST = 1_000;

  /** Longest part before or behind the @ that is looked at. */
  private static final int LONGEST = 320;

  /** Inside a word; ann@x.com is not in joann@x.com, jo-ann@x.com or o'ann@x.com. */
  private static final String WORD = "[\\p{L}\\p{N}_.+-]";

  /** What ends a word although it ends with letters: line breaks in JSON, blanks in addresses. */
  private static final String ESCAPE = "\\\\[nrtbf]|\\\\u[0-9a-f]{4}|%[0-9a-f]{2}";

  /** Of a file, such as {@code .errors.2.csv} or {@code .csv.gz}: no part of an address. */
  private static final String ENDINGS = "(?i)(\\.(csv|txt|tsv|errors|\\d{1,4}))*\\.\\w{1,5}$";

  private static final String AT = "(?:@|%40|&#0{0,3}64;|&commat;|\\\\u0040)";

  private final String address;
  private final Pattern mention;

  /**
   * @param email the address, in capitals or not
   */
  public Person(String email) {
    this.address = normal(email);
    int at = address.lastIndexOf('@');
    String local = at < 0 ? address : address.substring(0, at);
    String domain = at < 0 ? "" : AT + Pattern.quote(address.substring(at + 1));
    this.mention =
        Pattern.compile(
            "(?:(?<!%s)(?<![\\p{L}\\p{N}]')|(?<=%s))%s%s(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])"
                .formatted(WORD, ESCAPE, Pattern.quote(local), domain),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** An address as it is compared and hashed. */
  static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether a text mentions the address; that of somebody else which ends with it does not. */
  public boolean isIn(@Nullable String text) {
    return text != null && mention.matcher(text).find();
  }

  /** Whether a file is called after the person: of {@code ann@x.com.csv}, the ending is none. */
  public boolean isInName(String file) {
    return !takenFromName(file).equals(file);
  }

  /** A file's name, or its path, without the address. */
  public String takenFromName(String file) {
    String bare = file.replaceFirst(ENDINGS, "");
    return taken(taken(bare) + file.substring(bare.length()));
  }

  private String taken(String text) {
    return mention.matcher(text).replaceAll("erased");
  }

  String address() {
    return address;
  }

  Hash hash() {
    return Hash.of(address);
  }

  /**
   * For {@code lower(column) LIKE ?}: finds every mention, and perhaps more. SQLite knows the small
   * letters of ASCII alone.
   */
  String like() {
    StringBuilder like = new StringBuilder("%");
    address.chars().forEach(c -> like.append(isPlain(c) ? String.valueOf((char) c) : "%"));
    return like.append('%').toString();
  }

  private static boolean isPlain(int c) {
    return c < 128 && c != '@' && c != '\\' && c != '%';
  }

  /** The addresses that a text mentions, each as it is compared. */
  static Set<String> addresses(String text) {
    Set<String> found = new LinkedHashSet<>();
    int at = text.indexOf('@');
    while (at >= 0 && found.size() < MOST) {
      int end = at + 1;
      while (end < text.length() && end - at <= LONGEST && isWord(text.charAt(end), "")) {
        end++;
      }
      String domain = text.substring(at, end).replaceFirst("[.+]+$", "");
      String around =
          text.substring(Math.max(0, at - 2 * LONGEST), Math.min(text.length(), at + 2 * LONGEST));
      for (String signs : new String[] {"", "'!#$%&*/=?^`{|}~"}) {
        String address = normal(text.substring(begin(text, at, signs), at) + domain);
        if (new Person(address).isIn(around)) {
          found.add(address);
        }
      }
      at = text.indexOf('@', at + 1);
    }
    return found;
  }

  private static int begin(String text, int at, String more) {
    int begin = at;
    while (begin > 0 && at - begin <= LONGEST && isWord(text.charAt(begin - 1), more)) {
      begin--;
    }
    return begin;
  }

  private static boolean isWord(char c, String more) {
    return Character.isLetterOrDigit(c) || "_.+-".indexOf(c) >= 0 || more.indexOf(c) >= 0;
  }
}
