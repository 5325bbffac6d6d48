package io.github.smc4j.internal.policy;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a rule's {@code to} names: a network or a host name, the other is null.
 *
 * @param name in lower case; {@code db.example.org} is that host, {@code .example.org} all below it
 */
record Target(@Nullable Cidr network, @Nullable String name) {
  private static final String ALLOWED =
      "must be a network such as \"10.0.0.0/8\", an address, a host name, a suffix such as"
          + " \".example.org\", or a list of them; this ";

  /** What can't be a host name, if only because its last label is a number. */
  private static final Pattern ADDRESS = Pattern.compile(".*[:/].*|(?:.*\\.)?\\d+");

  private static final Pattern NAME =
      Pattern.compile("\\.?(?:[a-z0-9_-]{1,63}\\.)*[a-z0-9_-]{1,63}");

  /**
   * Reads a target.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  static Target parse(String text) {
    try {
      return ADDRESS.matcher(text).matches()
          ? new Target(Cidr.parse(text), null)
          : new Target(null, parseName(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(ALLOWED + e.getMessage(), e);
    }
  }

  private static String parseName(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    name = name.startsWith("*.") ? name.substring(1) : name;
    name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (name.length() > 255 || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("is not a host name");
    }
    return name;
  }
}
