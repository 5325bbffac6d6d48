package io.github.smc4j;

import java.util.Set;

/**
 * Why the kernel gave up SMC for a connection, which has run on TCP since: one of the codes that it
 * reports through {@code sock_diag} and in CLC DECLINE messages (net/smc/smc_clc.h, RFC 7609
 * section A.2.4), in words.
 *
 * <p>{@code smcss -a} shows the same codes. A code that this version does not know still has its
 * number. Immutable.
 */
public final class FallbackCause {
  private static final int PEERDECL = 0x05000000;

  /** Failures after CLC CONFIRM on an SMC-R first contact, when the peer may be declining too. */
  private static final Set<Integer> SUSPECT =
      Set.of(0x02010000, 0x03050000, 0x09990001, 0x09990002, 0x09990003);

  private final int code;
  private final String name;
  private final String meaning;
  private final String remedy;

  FallbackCause(int code, String name, String meaning, String remedy) {
    this.code = code;
    this.name = name;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /**
   * The cause with this code.
   *
   * @param code any number
   * @return the cause, never null, for a code that is not known too
   */
  public static FallbackCause of(int code) {
    FallbackCause known = FallbackTable.CAUSES.get(code);
    return known != null
        ? known
        : new FallbackCause(
            code,
            "UNKNOWN",
            "a cause that is not known to this version of smc4j",
            "look the code up in net/smc/smc_clc.h of the kernel that reports it");
  }

  /** {@return the number, such as {@code 0x03030008}} */
  public int code() {
    return code;
  }

  /**
   * The kernel's name for the code.
   *
   * @return for example {@code NOUEID}, without the {@code SMC_CLC_DECL_} that it begins with;
   *     {@code UNKNOWN} for a code that this version does not know
   */
  public String name() {
    return name;
  }

  /** {@return what happened} */
  public String meaning() {
    return meaning;
  }

  /** {@return what to do about it} */
  public String remedy() {
    return remedy;
  }

  /**
   * Whether the peer declined, so that {@link Link#peerCause} is the cause to look at.
   *
   * @return false for every other code, all of which are this host's own
   */
  public boolean isPeerDecline() {
    return code == PEERDECL;
  }

  /**
   * Whether both ends may have declined at once. Each then finds the other's DECLINE message, 28 or
   * 44 bytes, in its TCP stream.
   *
   * @return true for failures late in the handshake of SMC-R; a peer's diagnosis rules it out for a
   *     connection, as {@link Link#isSuspect} knows
   */
  public boolean isSuspect() {
    return SUSPECT.contains(code);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FallbackCause cause && cause.code == code;
  }

  @Override
  public int hashCode() {
    return code;
  }

  /** {@return words for people: the code, what it means and what to do} */
  @Override
  public String toString() {
    return "0x%08x, %s: %s".formatted(code, meaning, remedy);
  }
}
