package io.github.smc4j.internal;

import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.jdk.LiveFrames;
import io.github.smc4j.internal.kernel.Conversion;
import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.github.smc4j.internal.kernel.Errno;
import io.github.smc4j.internal.kernel.NativeLibrary;
import io.github.smc4j.internal.kernel.Preload;
import io.github.smc4j.internal.kernel.ProcessImage;
import io.github.smc4j.internal.kernel.Readiness;
import io.github.smc4j.internal.kernel.SocketType;
import io.github.smc4j.internal.kernel.Syscalls;
import io.github.smc4j.internal.kernel.TcpInfo;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Calls every native function, with arguments that are right and with arguments that are not. */
public final class NativeExercise {
  private static final int BAD_DESCRIPTOR = 1_000_000;

  private NativeExercise() {}

  /** Exercises the library whose file is named. */
  public static void main(String[] arguments) throws Exception {
    NativeLibrary.load(Path.of(arguments[0]), null);
    options();
    descriptors();
    dial();
    buffers();
    frames();
    process();
    System.out.println("all native functions called");
  }

  private static void options() throws Exception {
    int fd = Errno.check(SocketType.TCP.open(SocketType.AF_INET), "socket");
    for (int ints = 0; ints <= 70; ints++) {
      int result = Syscalls.getsockopt(fd, 1, 13, new int[ints]);
      expect(ints <= 64 ? result <= 0 : Errno.EINVAL.is(result), "getsockopt of " + ints);
      result = Syscalls.setsockopt(fd, 1, 13, new int[ints]);
      expect(ints <= 64 ? result <= 0 : Errno.EINVAL.is(result), "setsockopt of " + ints);
    }
    expect(Syscalls.inode(fd) > 0, "inode");
    expect(Readiness.of(fd).hungUp(), "poll of a socket that is not connected");
    expect(TcpInfo.dataSegmentsSent(fd) == 0, "segments of a socket that is not connected");
    expect(Syscalls.disconnect(fd) == 0, "disconnecting what is not connected");
    Errno.check(Syscalls.close(fd), "close");
    expect(Errno.EBADF.is(Syscalls.getsockopt(fd, 1, 13, new int[2])), "getsockopt when closed");
    expect(Errno.EBADF.is(Syscalls.inode(BAD_DESCRIPTOR)), "inode of none");
    expect(Errno.EBADF.is(Syscalls.close(BAD_DESCRIPTOR)), "close of none");
    expect(Syscalls.poll(BAD_DESCRIPTOR, 4, 0) == 32, "poll of none is POLLNVAL");
    expect(Errno.EBADF.is(Syscalls.disconnect(BAD_DESCRIPTOR)), "disconnecting none");
    expect(Errno.EBADF.is(Syscalls.duplicate(BAD_DESCRIPTOR)), "another of none");
    expect(Errno.EBADF.is(Syscalls.unsent(BAD_DESCRIPTOR)), "what none has not sent");
    addresses();
    expect(Errno.EBADF.is(Syscalls.localPort(BAD_DESCRIPTOR)), "port of none");
    expect(Errno.EBADF.is(Syscalls.dup3(BAD_DESCRIPTOR, 0)), "dup3 of none");
    expect(Errno.EBADF.is(Syscalls.getStatus(BAD_DESCRIPTOR)), "status of none");
    expect(Errno.EBADF.is(Syscalls.setStatus(BAD_DESCRIPTOR, 0)), "setting the status of none");
  }

  private static void addresses() {
    for (int bytes = 0; bytes <= 20; bytes++) {
      Errno expected = bytes == 4 || bytes == 16 ? Errno.EBADF : Errno.EINVAL;
      int result = Syscalls.connect(BAD_DESCRIPTOR, new byte[bytes], 0, 9);
      expect(expected.is(result), "connecting none to an address of " + bytes);
      result = Syscalls.bind(BAD_DESCRIPTOR, new byte[bytes], 0, 9);
      expect(expected.is(result), "binding none to an address of " + bytes);
    }
  }

  private static void descriptors() throws Exception {
    Conversion conversion =
        new Conversion(List.of(SocketType.TCP), OptionalInt.of(65536), OptionalInt.of(65536));
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        SocketChannel channel = SocketChannel.open();
        Socket socket = new Socket()) {
      socket.setTcpNoDelay(true);
      channel.configureBlocking(false);
      conversion.convert(Descriptors.of(channel)).close();
      conversion.convert(Descriptors.of(socket)).close();
      channel.configureBlocking(true);
      channel.connect(server.getLocalSocketAddress());
      socket.connect(server.getLocalSocketAddress());
      expect(socket.getTcpNoDelay(), "an option kept");
      expect(Descriptors.of(server) >= 0, "descriptor of a server socket");
    }
  }

  private static void dial() throws Exception {
    Conversion conversion =
        new Conversion(List.of(SocketType.TCP), OptionalInt.empty(), OptionalInt.empty());
    for (String loopback : List.of("127.0.0.1", "::1")) {
      InetAddress address = InetAddress.getByName(loopback);
      int domain = address instanceof Inet4Address ? SocketType.AF_INET : SocketType.AF_INET6;
      try (ServerSocket server = new ServerSocket(0, 5, address);
          ConvertedSocket socket = conversion.open(domain)) {
        socket.bind(new InetSocketAddress(address, 0));
        int port = socket.localPort();
        socket.connect((InetSocketAddress) server.getLocalSocketAddress());
        socket.finishConnect(Readiness.within(socket.fd(), 60_000));
        try (ConvertedSocket second = ConvertedSocket.duplicateOf(socket.fd())) {
          expect(!ConvertedSocket.isCloseSlow(second.fd()), "nothing sent, nothing unsent");
        }
        try (Socket accepted = server.accept()) {
          expect(port == accepted.getPort(), "the port it is connected from");
        }
        socket.discard();
      }
    }
  }

  private static void buffers() throws Exception {
    int netlink = Errno.check(Syscalls.socket(16, 3, 0), "socket(AF_NETLINK, NETLINK_ROUTE)");
    ByteBuffer direct = ByteBuffer.allocateDirect(16);
    ByteBuffer request = listLinks();
    expect(Syscalls.send(netlink, request, request.capacity()) == request.capacity(), "send");
    expect(Syscalls.receive(netlink, direct) > direct.capacity(), "receive of what was cut off");
    expect(Errno.EFAULT.is(Syscalls.send(netlink, direct, 17)), "send beyond the buffer");
    expect(Errno.EFAULT.is(Syscalls.send(netlink, direct, -1)), "send of less than nothing");
    expect(Errno.EFAULT.is(Syscalls.send(netlink, ByteBuffer.allocate(16), 16)), "send from heap");
    expect(Errno.EFAULT.is(Syscalls.receive(netlink, ByteBuffer.allocate(16))), "receive to heap");
    expect(Errno.EBADF.is(Syscalls.receive(BAD_DESCRIPTOR, direct)), "receive from none");
    Errno.check(Syscalls.close(netlink), "close");
  }

  /** A dump request of RTM_GETLINK, whose answer is longer than any small buffer. */
  private static ByteBuffer listLinks() {
    return ByteBuffer.allocateDirect(20)
        .order(ByteOrder.nativeOrder())
        .putInt(20)
        .putShort((short) 18)
        .putShort((short) 0x301);
  }

  private static void frames() {
    LiveFrames frames = new LiveFrames();
    expect(frames.locals(frame -> true, 3).isPresent(), "locals");
    expect(frames.locals(frame -> false, 3).isEmpty(), "no locals");
  }

  private static void process() {
    Preload.standAside();
    expect(Errno.EBADF.is(ProcessImage.closeOnExec(BAD_DESCRIPTOR)), "closing none on exec");
    expect(ProcessImage.setSignals(1 << 2, 1 << 12) == 0, "signals blocked and ignored");
    expect(Errno.ENOENT.is(ProcessImage.replace(texts("/none", ""), texts("A=b"))), "no program");
    expect(Errno.EFAULT.is(ProcessImage.replace(List.of(), texts("A=b"))), "no word");
  }

  private static List<byte[]> texts(String... texts) {
    return Stream.of(texts).map(text -> text.getBytes(StandardCharsets.US_ASCII)).toList();
  }

  private static void expect(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
