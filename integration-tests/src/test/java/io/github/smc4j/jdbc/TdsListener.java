package io.github.smc4j.jdbc;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.github.smc4j.Link;
import io.github.smc4j.SmcServerSocketFactory;
import io.github.smc4j.contract.Task;
import io.github.smc4j.database.JdbcDriver;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Knows enough of TDS (MS-TDS) to hear one login to SQL Server, and to refuse it. */
final class TdsListener implements AutoCloseable {
  static final String REFUSAL = "nobody may log in";

  private static final int PRELOGIN = 0x12;
  private static final int LOGIN7 = 0x10;
  private static final int ANSWER = 0x04;
  private static final int END_OF_MESSAGE = 1;
  private static final int HEADER = 8;

  /** Version 16.0.1000 at offset 11, and at 17 that there is no encryption. */
  private static final byte[] PRELOGIN_ANSWER = {
    0, 0, 11, 0, 6, 1, 0, 17, 0, 1, (byte) 0xff, 16, 0, 3, (byte) 0xe8, 0, 0, 2
  };

  private final ServerSocket listener;
  private final Task<Login> login;

  TdsListener() throws IOException {
    listener =
        new SmcServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
    login = Task.start(this::serve);
  }

  String host() {
    return JdbcDriver.host((InetSocketAddress) listener.getLocalSocketAddress());
  }

  /** Waits for a client and its login. */
  Login login() throws Exception {
    return login.result();
  }

  private Login serve() throws IOException {
    try (Socket client = listener.accept()) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      read(in, PRELOGIN);
      answer(client, PRELOGIN_ANSWER);
      byte[] login = read(in, LOGIN7);
      Login heard = new Login(Link.of(client).kind(), new String(login, UTF_16LE));
      answer(client, refusal());
      in.read(); // until the driver has closed the connection
      return heard;
    }
  }

  private static byte[] read(DataInputStream in, int type) throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    int status;
    do {
      int seen = in.readUnsignedByte();
      if (seen != type) {
        throw new IOException("packet of type %#x, expected %#x".formatted(seen, type));
      }
      status = in.readUnsignedByte();
      int length = in.readUnsignedShort();
      in.readInt();
      message.write(in.readNBytes(length - HEADER));
    } while ((status & END_OF_MESSAGE) == 0);
    return message.toByteArray();
  }

  private static void answer(Socket client, byte[] message) throws IOException {
    ByteBuffer packet = ByteBuffer.allocate(HEADER + message.length);
    packet.put((byte) ANSWER).put((byte) END_OF_MESSAGE).putShort((short) packet.capacity());
    packet.putInt(0).put(message);
    OutputStream out = client.getOutputStream();
    out.write(packet.array());
  }

  /** The tokens ERROR, with number 18456, and DONE. */
  private static byte[] refusal() {
    byte[] text = REFUSAL.getBytes(UTF_16LE);
    ByteBuffer tokens = ByteBuffer.allocate(text.length + 30).order(ByteOrder.LITTLE_ENDIAN);
    tokens.put((byte) 0xaa).putShort((short) (text.length + 14));
    tokens.putInt(18456).put((byte) 1).put((byte) 14);
    tokens.putShort((short) REFUSAL.length()).put(text);
    tokens.put((byte) 0).put((byte) 0).putInt(1);
    tokens.put((byte) 0xfd).putShort((short) 2).putShort((short) 0).putLong(0);
    return tokens.array();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  /**
   * What it heard.
   *
   * @param text of the login, with the names that are in it
   */
  record Login(Link.Kind link, String text) {}
}
