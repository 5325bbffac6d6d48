package io.github.smc4j.contract;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** A behaviour at work on one connection. */
final class Meeting implements Peer.Conversation {
  private final Socket connection;
  private final Transport.Setup<Socket> connecting;
  private final CountDownLatch cue = new CountDownLatch(1);
  private final Task<Nature> connected;
  private final Task<Long> met;

  /**
   * @param connecting connects {@code connection}, if it is not connected yet
   */
  Meeting(Socket connection, Transport.Setup<Socket> connecting, Behaviour behaviour) {
    this.connection = connection;
    this.connecting = connecting;
    this.connected = Task.start(this::connect);
    this.met = Task.start(() -> meet(behaviour));
  }

  private Nature connect() throws IOException {
    connecting.apply(connection);
    return Nature.of(connection);
  }

  private long meet(Behaviour behaviour) throws Exception {
    try (connection) {
      connected.result();
      return behaviour.meet(connection, cue);
    }
  }

  @Override
  public Nature nature() throws IOException {
    return resultOf(connected);
  }

  @Override
  public int port() throws IOException {
    resultOf(connected);
    return connection.getLocalPort();
  }

  @Override
  public void cue() {
    cue.countDown();
  }

  @Override
  public long received() throws IOException {
    return resultOf(met);
  }

  @Override
  public void close() throws IOException {
    cue.countDown();
    connection.close();
  }

  private static <T> T resultOf(Task<T> task) throws IOException {
    try {
      return task.result();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the peer failed: " + e, e);
    }
  }
}
