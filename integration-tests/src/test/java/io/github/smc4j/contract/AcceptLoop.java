package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;

/** A server that takes connections and has no use for them. */
public final class AcceptLoop {
  private AcceptLoop() {}

  /** Accepts and closes until somebody closes the server; any other end is a failure. */
  public static void untilClosed(ServerSocket server) {
    try {
      while (true) {
        server.accept().close();
      }
    } catch (IOException e) {
      assertThat(server.isClosed()).as("%s", e).isTrue();
    }
  }
}
