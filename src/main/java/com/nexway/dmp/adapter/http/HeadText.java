package com.nexway.dmp.adapter.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A whole head as text, read line by line. */
final class HeadText {
  private static final int MOST_HEADERS = 100;
  private static final Pattern REQUEST =
      Pattern.compile("([A-Za-z!#$%&'*+.^_`|~0-9-]{1,20}) ([!-~]+) HTTP/(\\d)\\.(\\d)");
  private static final Pattern HEADER = Pattern.compile("([A-Za-z0-9!#$%&'*+.^_`|~-]+):(.*)");
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
  private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://[^/?#]*");

  private HeadText() {}

  /** The head that a text with its line ends says. */
  static RequestHead read(String head) throws BadRequest {
    List<String> lines = List.of(head.split("\r\n"));
    Matcher request = REQUEST.matcher(lines.get(0));
    if (!request.matches()) {
      throw new BadRequest(400, "the first line is no request of HTTP/1.1");
    }
    if (!request.group(3).equals("1")) {
      boolean isPreface = request.group(1).equals("PRI");
      throw new BadRequest(isPreface ? 400 : 505, "this port speaks HTTP/1.1 alone");
    }
    boolean isOld = request.group(4).equals("0");
    Map<String, String> headers = headers(lines.subList(1, lines.size()));
    String host = headers.get("host");
    if (host == null ? !isOld : host.contains(",")) {
      throw new BadRequest(400, "the head must have one Host");
    }
    String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
    return new RequestHead(
        request.group(1),
        path(request.group(2)),
        headers,
        length(headers, isOld),
        !isOld && !List.of(connection.split("[\\s,]+")).contains("close"));
  }

  private static Map<String, String> headers(List<String> lines) throws BadRequest {
    if (lines.size() > MOST_HEADERS) {
      throw new BadRequest(431, "the head has more than " + MOST_HEADERS + " headers");
    }
    Map<String, String> headers = new HashMap<>();
    for (String line : lines) {
      Matcher header = HEADER.matcher(line);
      if (!header.matches()) {
        throw new BadRequest(400, "a line of the head is no header");
      }
      headers.merge(
          header.group(1).toLowerCase(Locale.ROOT),
          header.group(2).strip(),
          (first, second) -> first + ", " + second);
    }
    return headers;
  }

  /** Two ways to tell a body's length, or two lengths, are one too many: RFC 9112, 6.3. */
  private static long length(Map<String, String> headers, boolean isOld) throws BadRequest {
    String length = headers.get("content-length");
    String coding = headers.get("transfer-encoding");
    if (coding != null) {
      if (length != null) {
        throw new BadRequest(400, "the head has Transfer-Encoding and Content-Length");
      }
      if (isOld || !coding.equalsIgnoreCase("chunked")) {
        throw new BadRequest(400, "the only Transfer-Encoding that is read is chunked");
      }
      return RequestHead.CHUNKED;
    }
    if (length == null) {
      return 0;
    }
    if (!LENGTH.matcher(length).matches()) {
      throw new BadRequest(400, "Content-Length is not one number");
    }
    return Long.parseLong(length);
  }

  private static String path(String target) throws BadRequest {
    String path = ABSOLUTE.matcher(target).replaceFirst("").split("[?#]", 2)[0];
    String decoded = decoded(path);
    return decoded.length() > 1 && decoded.endsWith("/")
        ? decoded.substring(0, decoded.length() - 1)
        : decoded;
  }

  private static String decoded(String path) throws BadRequest {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '%') {
        int high = i + 2 < path.length() ? Character.digit(path.charAt(i + 1), 16) : -1;
        int low = i + 2 < path.length() ? Character.digit(path.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          throw new BadRequest(400, "the address has a % that begins no two digits");
        }
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.write(c);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
