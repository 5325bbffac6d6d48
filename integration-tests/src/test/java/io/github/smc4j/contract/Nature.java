package io.github.smc4j.contract;

import io.github.smc4j.Link;
import java.io.IOException;
import java.net.Socket;
import java.nio.channels.NetworkChannel;

/** What a connection runs on, and how that differs from TCP. */
enum Nature {
  TCP,
  MPTCP,
  SMC_D,
  SMC_R;

  /** What a connected socket runs on. */
  static Nature of(Socket socket) throws IOException {
    return switch (Protocol.of(socket)) {
      case TCP -> TCP;
      case MPTCP -> MPTCP;
      case SMC -> of(Link.of(socket));
    };
  }

  /** What a connected channel runs on. */
  static Nature of(NetworkChannel channel) throws IOException {
    return switch (Protocol.of(channel)) {
      case TCP -> TCP;
      case MPTCP -> MPTCP;
      case SMC -> of(Link.of(channel));
    };
  }

  private static Nature of(Link link) {
    return switch (link.kind()) {
      case TCP -> TCP;
      case SMC_D -> SMC_D;
      case SMC_R -> SMC_R;
    };
  }

  Protocol protocol() {
    return switch (this) {
      case TCP -> Protocol.TCP;
      case MPTCP -> Protocol.MPTCP;
      case SMC_D, SMC_R -> Protocol.SMC;
    };
  }

  boolean isSmc() {
    return protocol() == Protocol.SMC;
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

  /**
   * The largest size in bytes of a single write. An emulated RoCE device moves so little that SMC-R
   * gets less to do.
   */
  int largestTransfer() {
    return Pattern.LONGEST;
  }

  /** How often a test that waits for the answer each time asks. */
  int rounds() {
    return this == SMC_R ? 20 : 200;
  }

  /** How many connections are many; a connection over an emulated RoCE device takes its time. */
  int manyConnections() {
    return this == SMC_R ? 100 : 1000;
  }
}
