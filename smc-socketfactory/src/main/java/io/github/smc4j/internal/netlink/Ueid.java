package io.github.smc4j.internal.netlink;

import java.util.regex.Pattern;

/**
 * A user-defined enterprise id (UEID). Two hosts, or two sockets of a host that is no s390x, find
 * each other with SMC version 2 only if they have one in common.
 *
 * @param name 1 to 32 characters of A-Z, 0-9, '.' and '-', beginning with a letter or digit
 */
public record Ueid(String name) {
  private static final int MAX_EID_LEN = 32;
  private static final Pattern ALLOWED = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,31}");

  /**
   * @throws IllegalArgumentException naming what is allowed
   */
  public Ueid {
    if (!ALLOWED.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "not a UEID: \""
              + name
              + "\"; allowed are 1 to 32 characters of A-Z, 0-9, '.' and '-', beginning with a letter"
              + " or digit");
    }
  }

  /** As the kernel wants it, blanks at the end. */
  String padded() {
    return name + " ".repeat(MAX_EID_LEN - name.length());
  }
}
