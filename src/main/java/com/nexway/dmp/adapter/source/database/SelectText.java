package com.nexway.dmp.adapter.source.database;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The merchant's query, as far as can be said of it before a database sees it: whether it is one
 * SELECT, and what in it depends on when it is asked. Literals and comments count for nothing, in
 * the ways of all databases that can be read.
 */
final class SelectText {
  private static final String WORD = "(?<![\\w.$@#])";

  /** How a {@link Question} names its parameters, in literals and comments, too. */
  private static final String OUR_MARK = ":?";

  private static final Pattern SELECT = Pattern.compile("(?is)[\\s(]*(select|with)\\b.*");

  private static final Map<Pattern, String> REFUSED =
      Map.of(
          pattern(";"),
          "a ';' ends a statement and begins another one; leave all but one away",
          pattern(WORD + "into\\b"),
          "INTO writes what is selected; leave it away",
          pattern(
              WORD
                  + "for\\s+(no\\s+key\\s+)?(update|share|key\\s+share)\\b|"
                  + WORD
                  + "lock\\s+in\\s+share\\s+mode\\b"),
          "FOR UPDATE and its like hold rows that the shop needs; leave it away",
          pattern(
              "[()]\\s*(insert|update|delete|merge|replace|truncate|drop|alter|create|call)\\s+[\\w\"`\\[]"),
          "within it something is changed (INSERT, UPDATE, DELETE, MERGE)",
          pattern("/\\*M?!"),
          "what stands in /*! … */ is run by some databases and not by others; write it without",
          pattern("(?<!\\?)\\?(?!\\?)"),
          "a '?' stands for a value that nobody gives; an operator of PostgreSQL is written with two,"
              + " as in ??, ??| and ??&");

  /** What counts outside of parentheses: the first payment of an order may well be chosen so. */
  private static final Pattern LIMITED =
      pattern(
          WORD
              + "(limit\\s*[(\\d]|offset\\s+\\d|fetch\\s+(first|next)\\b"
              + "|select\\s+((distinct|all)\\s+)?top\\s*[(\\d])");

  /** The clock, and the dice; with nothing behind it, or a precision. */
  private static final Pattern CLOCK =
      pattern(
          WORD
              + "(?<!\\bas )((now|curdate|curtime|sysdate|getdate|getutcdate|sysdatetime|sysutcdatetime"
              + "|sysdatetimeoffset|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday"
              + "|unix_timestamp|utc_date|utc_time|utc_timestamp|localtime|localtimestamp"
              + "|rand|random|uuid|gen_random_uuid|random_uuid|newid)\\s*\\(\\s*\\d?\\s*\\)"
              + "|(current_timestamp|current_date|current_time|localtimestamp|utc_timestamp|utc_date"
              + "|utc_time|sysdate)\\b)");

  /** What makes a day or a clock's time of a moment, or a moment of a clock's time. */
  private static final Pattern DAY =
      pattern(
          WORD
              + "(date|date_format|date_trunc|from_unixtime|unix_timestamp)\\s*\\((?!\\s*['),])"
              + "|(?<=[\\w)\"`\\]])::\\s*date\\b"
              + "|(?<=[\\w)\"`\\]]\\s{1,9})as\\s+date(?=\\s*\\))");

  private final String text;
  private final String code;

  private SelectText(String text, String code) {
    this.text = text;
    this.code = code;
  }

  static SelectText of(String query) {
    String code = new SqlCode(query).code();
    int end = query.length();
    for (int i = code.length() - 1; i >= 0 && " \n\r\t;".indexOf(code.charAt(i)) >= 0; i--) {
      end = code.charAt(i) == ';' ? i : end;
    }
    return new SelectText(
        query.substring(0, end).stripTrailing(), code.substring(0, end).stripTrailing());
  }

  /** To the letter, but for a semicolon at its end and what comes behind it. */
  String text() {
    return text;
  }

  /** Why it is not one SELECT that only reads. */
  Optional<String> refusal() {
    if (!SELECT.matcher(code).matches()) {
      return Optional.of("it begins with another word");
    }
    if (LIMITED.matcher(outside()).find()) {
      return Optional.of(
          "LIMIT, OFFSET, TOP and FETCH FIRST leave out rows that are then never read; leave them"
              + " away, for it is read page by page anyway");
    }
    if (text.contains(OUR_MARK)) {
      return Optional.of("what stands behind ':?' would be taken for a value of ours; write ': ?'");
    }
    return REFUSED.entrySet().stream()
        .filter(rule -> rule.getKey().matcher(code).find())
        .map(Map.Entry::getValue)
        .sorted()
        .findFirst();
  }

  private String outside() {
    StringBuilder outside = new StringBuilder(code);
    int depth = 0;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      depth = c == ')' ? Math.max(0, depth - 1) : depth;
      if (depth > 0) {
        outside.setCharAt(i, ' ');
      }
      depth += c == '(' ? 1 : 0;
    }
    return outside.toString();
  }

  /**
   * What in it answers differently from one run to the next, in words; empty where nothing does.
   */
  List<String> risks() {
    List<String> risks = new ArrayList<>();
    Set<String> clock = found(CLOCK);
    if (!clock.isEmpty()) {
      risks.add(
          ("the query holds %s: what it gives changes though no row changed, so that records are sent"
                  + " again and again, or leave the query unseen. Select and compare columns of the"
                  + " rows alone; where the first run begins says start:, and what is new the"
                  + " time-column")
              .formatted(String.join(", ", clock)));
    }
    Set<String> days = found(DAY);
    if (!days.isEmpty()) {
      risks.add(
          ("the query holds %s: the source's session runs in UTC, where a moment may belong to"
                  + " another day than on the shop's clock. Select the time itself and let the mapping"
                  + " make a date of it in its zone; of a column that is a shop's own date and time,"
                  + " without a zone, it is right")
              .formatted(String.join(", ", days)));
    }
    return risks;
  }

  private Set<String> found(Pattern pattern) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher = pattern.matcher(code);
    while (matcher.find()) {
      String word = matcher.group().replaceAll("\\s+", " ").strip().toUpperCase(Locale.ROOT);
      found.add(word.endsWith("(") ? word + "…)" : word);
    }
    return found;
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
  }
}
