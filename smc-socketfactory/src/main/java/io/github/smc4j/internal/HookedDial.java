package io.github.smc4j.internal;

import io.github.smc4j.internal.jdk.VirtualThreads;
import io.github.smc4j.internal.kernel.Conversion;
import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.github.smc4j.internal.kernel.Errno;
import io.github.smc4j.internal.kernel.OptionsInUse;
import io.github.smc4j.internal.kernel.SocketType;
import io.github.smc4j.internal.kernel.Syscalls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to connect over SMC a socket that somebody else is about to connect, with a kernel
 * socket beside his: if it fails, his has not been touched, and he can still connect it himself.
 *
 * <p>Not thread-safe, but the socket that it is for can be closed by any thread.
 */
final class HookedDial {
  private final int number;
  private final long inode;
  private final int domain;
  private final ConvertedSocket kernel;
  private @Nullable IOException failure;

  private HookedDial(int number, long inode, int domain, ConvertedSocket kernel) {
    this.number = number;
    this.inode = inode;
    this.domain = domain;
    this.kernel = kernel;
  }

  /**
   * Makes the socket for an attempt.
   *
   * @param number of a socket that is neither connected nor bound, whose options are taken over
   * @return null if it is no TCP socket, or bound
   */
  static @Nullable HookedDial open(Conversion conversion, int number) throws SocketException {
    if (!SocketType.isTcp(number)
        || Errno.check(Syscalls.localPort(number), "getsockname of descriptor " + number) != 0) {
      return null;
    }
    long inode = Errno.check(Syscalls.inode(number), "fstat of descriptor " + number);
    OptionsInUse options = OptionsInUse.of(number);
    ConvertedSocket kernel = conversion.open(options.domain(), options);
    return new HookedDial(number, inode, options.domain(), kernel);
  }

  /**
   * Connects.
   *
   * @param timeout in milliseconds, 0 for none
   */
  Handshake connect(InetSocketAddress destination, int timeout) {
    try {
      return dial(destination, timeout);
    } catch (SocketException e) {
      return Handshake.unseen(e);
    }
  }

  private Handshake dial(InetSocketAddress destination, int timeout) throws SocketException {
    try {
      kernel.connect(destination, domain);
      kernel.finishConnect(new ConnectWait(owner(), kernel.fd(), timeout).end());
    } catch (IOException e) {
      failure = e;
      return Handshake.ofUnconnected(kernel.fd(), String.valueOf(e.getMessage()));
    }
    return Handshake.ofDialled(kernel.fd(), true);
  }

  /** Whoever owns the socket closes it himself when he finds his thread interrupted. */
  private ConnectWait.Owner owner() {
    return new ConnectWait.Owner() {
      @Override
      public boolean isClosed() {
        return HookedDial.this.isClosed();
      }

      @Override
      public void close() {}
    };
  }

  /** A descriptor that is closed is soon somebody else's. */
  private boolean isClosed() {
    return Syscalls.inode(number) != inode;
  }

  /** Why it could not be connected, in the JDK's words, or null. */
  @Nullable IOException failure() {
    return failure;
  }

  /** Whether its owner has closed the socket, or is about to, because he was interrupted. */
  boolean isGivenUp() {
    return isClosed() || (VirtualThreads.isCurrent() && Thread.currentThread().isInterrupted());
  }

  /** The descriptor of what is connected. */
  int descriptor() {
    return kernel.fd();
  }

  /** Has the owner of the socket find it connected. */
  void handOver() throws SocketException {
    try (ConvertedSocket connected = kernel) {
      connected.takePlaceOf(number);
    }
  }

  /** Ends what there is of an attempt that is of no use. */
  void discard() {
    SlowClose.ofConnecting(kernel, () -> {});
  }
}
