package io.github.smc4j.internal.netlink;

/** The states of an SMC socket ({@code enum smc_state}, net/smc/smc.h). */
public enum SmcState {
  ACTIVE(1),
  INIT(2),
  CLOSED(7),
  LISTEN(10),
  PEERCLOSEWAIT1(20),
  PEERCLOSEWAIT2(21),
  APPCLOSEWAIT1(22),
  APPCLOSEWAIT2(23),
  APPFINCLOSEWAIT(24),
  PEERFINCLOSEWAIT(25),
  PEERABORTWAIT(26),
  PROCESSABORT(27),
  /** One that this version does not know. */
  UNKNOWN(-1);

  private final int number;

  SmcState(int number) {
    this.number = number;
  }

  static SmcState of(int number) {
    for (SmcState state : values()) {
      if (state.number == number) {
        return state;
      }
    }
    return UNKNOWN;
  }

  /**
   * Whether the handshake is over and the socket has a connection, be it one that is being closed.
   */
  boolean isConnected() {
    return this == ACTIVE || number >= PEERCLOSEWAIT1.number;
  }
}
