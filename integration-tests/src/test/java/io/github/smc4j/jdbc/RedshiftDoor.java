package io.github.smc4j.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.smc4j.SmcServerSocketFactory;
import io.github.smc4j.contract.Task;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;

/**
 * Lets Redshift's driver in to a PostgreSQL server, which refuses start-up parameters that it does
 * not know: it takes them out of the message, and passes on all else as it comes.
 */
final class RedshiftDoor implements AutoCloseable {
  private static final int BACKLOG = 10;
  private static final Set<String> KNOWN = Set.of("user", "database", "client_encoding");

  private final ServerSocket listener;
  private final InetSocketAddress postgresql;

  RedshiftDoor(InetSocketAddress postgresql) throws IOException {
    this.postgresql = postgresql;
    listener =
        new SmcServerSocketFactory()
            .createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    Task.run(this::accept);
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listener.accept();
      Task.run(() -> serve(client));
    }
  }

  private void serve(Socket client) throws IOException {
    try (client;
        Socket server = new Socket(postgresql.getAddress(), postgresql.getPort())) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      passStartUp(in, new DataOutputStream(server.getOutputStream()));
      Task.run(() -> server.getInputStream().transferTo(client.getOutputStream()));
      in.transferTo(server.getOutputStream());
    }
  }

  /** StartupMessage of PostgreSQL's protocol: length, version, names and values that end with 0. */
  private static void passStartUp(DataInputStream in, DataOutputStream out) throws IOException {
    int length = in.readInt();
    int version = in.readInt();
    String[] words = new String(in.readNBytes(length - 8), UTF_8).split("\0", -1);
    ByteArrayOutputStream parameters = new ByteArrayOutputStream();
    for (int i = 0; i + 1 < words.length; i += 2) {
      if (KNOWN.contains(words[i])) {
        parameters.writeBytes((words[i] + "\0" + words[i + 1] + "\0").getBytes(UTF_8));
      }
    }
    parameters.write(0);
    out.writeInt(parameters.size() + 8);
    out.writeInt(version);
    out.write(parameters.toByteArray());
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
