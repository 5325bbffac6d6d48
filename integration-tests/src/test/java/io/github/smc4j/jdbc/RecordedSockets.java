package io.github.smc4j.jdbc;

import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The sockets that recording factories made for drivers. It is static because drivers make a
 * factory by its name.
 */
public final class RecordedSockets {
  private static final List<Socket> MADE = new CopyOnWriteArrayList<>();

  private RecordedSockets() {}

  /** Forgets those made so far. */
  static void clear() {
    MADE.clear();
  }

  static List<Socket> all() {
    return List.copyOf(MADE);
  }

  /**
   * Public because a driver may be in a class loader of its own, and a recording factory with it.
   */
  public static Socket record(Socket socket) {
    MADE.add(socket);
    return socket;
  }
}
