package io.github.smc4j.internal.netlink;

import io.github.smc4j.internal.kernel.Errno;
import io.github.smc4j.internal.kernel.Syscalls;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A netlink socket for one request at a time.
 *
 * <p>It never waits: the kernel has queued the first datagram of a reply when it returns from the
 * request, and the next one when it returns the one before. A reply that is not there will not
 * come.
 */
final class NetlinkSocket implements AutoCloseable {
  static final int NETLINK_SOCK_DIAG = 4;
  static final int NETLINK_GENERIC = 16;

  private static final int AF_NETLINK = 16;
  private static final int SOCK_RAW = 3;
  private static final int SOCK_NONBLOCK = 0x800;
  private static final int SOCK_CLOEXEC = 0x80000;

  private static final int NLM_F_REQUEST = 1;
  private static final int NLM_F_ACK = 4;
  private static final int NLM_F_DUMP = 0x300;

  /** The kernel fills datagrams of 32 KiB, in all versions (net/netlink/af_netlink.c). */
  private static final int DATAGRAM = 64 * 1024;

  private static final int DUMP_ATTEMPTS = 5;

  /**
   * The buffer of the last socket closed. One new buffer for each would wait for a collection, and
   * under {@code -XX:+DisableExplicitGC} the JVM asks for none when direct memory runs out.
   */
  private static final AtomicReference<@Nullable ByteBuffer> SPARE = new AtomicReference<>();

  private final int fd;
  private final ByteBuffer buffer;
  private int sequence;

  private NetlinkSocket(int fd, ByteBuffer buffer) {
    this.fd = fd;
    this.buffer = buffer;
  }

  static NetlinkSocket open(int protocol) throws SocketException {
    ByteBuffer buffer = buffer();
    int type = SOCK_RAW | SOCK_NONBLOCK | SOCK_CLOEXEC;
    return new NetlinkSocket(
        Errno.check(Syscalls.socket(AF_NETLINK, type, protocol), "socket(AF_NETLINK)"), buffer);
  }

  private static ByteBuffer buffer() {
    ByteBuffer spare = SPARE.getAndSet(null);
    return spare != null
        ? spare
        : ByteBuffer.allocateDirect(DATAGRAM).order(ByteOrder.nativeOrder());
  }

  /**
   * Asks for everything of a kind.
   *
   * @param request its name, for errors
   * @throws NetlinkErrorException if the kernel refuses
   */
  List<NetlinkMessage> dump(String request, int type, ByteBuffer body) throws IOException {
    for (int attempt = 0; attempt < DUMP_ATTEMPTS; attempt++) {
      NetlinkReply reply = exchange(request, type, NLM_F_DUMP, body);
      if (!reply.interrupted()) {
        return reply.messages();
      }
    }
    throw new SocketException(
        "what the netlink request "
            + request
            + " reads was changing during each of "
            + DUMP_ATTEMPTS
            + " attempts; try again");
  }

  /**
   * Asks once, for an answer or for something to be done.
   *
   * @param request its name, for errors
   * @throws NetlinkErrorException if the kernel refuses
   */
  List<NetlinkMessage> call(String request, int type, ByteBuffer body) throws IOException {
    return exchange(request, type, NLM_F_ACK, body).messages();
  }

  private NetlinkReply exchange(String request, int type, int flags, ByteBuffer body)
      throws IOException {
    sequence++;
    send(request, type, NLM_F_REQUEST | flags, body);
    NetlinkReply reply = new NetlinkReply(sequence);
    while (!reply.complete()) {
      reply.add(receive(request));
    }
    if (reply.result() < 0) {
      throw new NetlinkErrorException(request, reply.result());
    }
    return reply;
  }

  private void send(String request, int type, int flags, ByteBuffer body) throws SocketException {
    int length = NetlinkMessage.HEADER + body.remaining();
    buffer.clear();
    buffer.putInt(length).putShort((short) type).putShort((short) flags);
    buffer.putInt(sequence).putInt(0).put(body.duplicate());
    int sent;
    do {
      sent = Syscalls.send(fd, buffer, length);
    } while (Errno.EINTR.is(sent));
    Errno.check(sent, "send of the netlink request " + request);
  }

  /** The next datagram, copied so that messages can outlive the next one. */
  private ByteBuffer receive(String request) throws IOException {
    int received;
    do {
      received = Syscalls.receive(fd, buffer);
    } while (Errno.EINTR.is(received));
    if (Errno.EAGAIN.is(received)) {
      throw new NetlinkProtocolException(0, "the rest of the reply to " + request, "no more");
    }
    Errno.check(received, "recv of the reply to the netlink request " + request);
    if (received > DATAGRAM) {
      throw new NetlinkProtocolException(
          0, "a datagram of at most " + DATAGRAM + " bytes", received + " bytes");
    }
    byte[] datagram = new byte[received];
    buffer.get(0, datagram);
    return ByteBuffer.wrap(datagram).order(ByteOrder.nativeOrder());
  }

  @Override
  public void close() throws SocketException {
    SPARE.set(buffer);
    Errno.check(Syscalls.close(fd), "close of a netlink socket");
  }
}
