package io.github.smc4j.contract;

import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.kernel.Errno;
import io.github.smc4j.internal.kernel.Syscalls;
import java.io.IOException;
import java.net.Socket;
import java.nio.channels.NetworkChannel;

/** What a connection runs on, and how that differs from TCP. */
enum Nature {
  TCP,
  MPTCP,
  SMC_D,
  SMC_R;

  private static final int SOL_SOCKET = 1;
  private static final int SO_PROTOCOL = 38;
  private static final int IPPROTO_TCP = 6;
  private static final int IPPROTO_MPTCP = 262;

  static {
    try {
      io.github.smc4j.internal.kernel.NativeLibrary.load(null, null);
    } catch (io.github.smc4j.internal.kernel.NativeLibraryException e) {
      throw new IllegalStateException(e);
    }
  }

  static Nature of(Socket socket) throws IOException {
    return of(Descriptors.of(socket));
  }

  static Nature of(NetworkChannel channel) throws IOException {
    return of(Descriptors.of(channel));
  }

  private static Nature of(int fd) throws IOException {
    int[] protocol = new int[1];
    Errno.check(
        Syscalls.getsockopt(fd, SOL_SOCKET, SO_PROTOCOL, protocol), "getsockopt(SO_PROTOCOL)");
    return switch (protocol[0]) {
      case IPPROTO_TCP -> TCP;
      case IPPROTO_MPTCP -> MPTCP;
      default -> SMC_D;
    };
  }

  /**
   * Whether a peer that closes with data unread resets the connection. SMC tells it too, but only
   * through SO_ERROR: reading meets the end of the stream first (smc_rx_recvmsg in
   * net/smc/smc_rx.c).
   */
  boolean readsAnAbortAsAReset() {
    return !isSmc();
  }

  /** Whether closing with SO_LINGER 0 resets the connection. SMC merely does not wait. */
  boolean resetsWithLingerZero() {
    return !isSmc();
  }

  /**
   * Whether writing to a peer that has closed fails soon. MPTCP waits a minute for another path.
   */
  boolean tellsWritersThatThePeerHasClosed() {
    return this != MPTCP;
  }

  /** Whether urgent data is left out of what is read. MPTCP has none and sends it as any other. */
  boolean keepsUrgentDataOutOfBand() {
    return this != MPTCP;
  }

  /** The size in bytes of the largest write tried. */
  int largestTransfer() {
    return Pattern.LONGEST;
  }

  /** How often a test that waits for the answer each time asks. */
  int rounds() {
    return this == SMC_R ? 20 : 200;
  }

  int manyConnections() {
    return this == SMC_R ? 100 : 1000;
  }

  boolean isSmc() {
    return this == SMC_D || this == SMC_R;
  }
}
