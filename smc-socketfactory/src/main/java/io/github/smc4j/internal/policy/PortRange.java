package io.github.smc4j.internal.policy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TCP ports from {@code first} to {@code last}, both included. */
record PortRange(int first, int last) {
  /** Also matches port 0, which stands for a port not chosen yet. */
  static final PortRange ALL = new PortRange(0, 65535);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,5})(?:\\s*-\\s*(\\d{1,5}))?");
  private static final String ALLOWED =
      "must be a port from 1 to 65535, a range such as \"9092-9094\", or a list of them";

  /**
   * Reads a port or a range.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  static PortRange parse(String text) {
    Matcher range = TEXT.matcher(text.strip());
    if (!range.matches()) {
      throw new IllegalArgumentException(ALLOWED);
    }
    int first = port(range.group(1));
    int last = range.group(2) == null ? first : port(range.group(2));
    if (first > last) {
      throw new IllegalArgumentException(ALLOWED + "; this range ends before it starts");
    }
    return new PortRange(first, last);
  }

  private static int port(String text) {
    int port = Integer.parseInt(text);
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException(ALLOWED);
    }
    return port;
  }
}
