package io.github.smc4j.internal.policy;

import com.typesafe.config.ConfigOrigin;

/** Words for where a setting stands. */
final class Origins {
  private Origins() {}

  /** With the address of a resource: for errors, where it must be found to be mended. */
  static String full(ConfigOrigin origin) {
    boolean isText = origin.filename() == null && origin.resource() == null && origin.url() == null;
    // the library numbers the lines of an argument too, which has only one
    return isText ? origin.description().replaceFirst(": \\d+$", "") : origin.description();
  }

  /** In short, such as {@code application.conf: 3}: for reasons, which are read often. */
  static String brief(ConfigOrigin origin) {
    if (origin.resource() == null || origin.lineNumber() < 0) {
      return full(origin);
    }
    return origin.resource() + ": " + origin.lineNumber();
  }
}
