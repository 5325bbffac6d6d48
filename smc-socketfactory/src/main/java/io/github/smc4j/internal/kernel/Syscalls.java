package io.github.smc4j.internal.kernel;

import java.nio.ByteBuffer;

/**
 * The system calls that the JDK does not offer. Every method returns its result or a negated errno;
 * {@link NativeLibrary#load} must have succeeded before the first call.
 */
public final class Syscalls {
  private Syscalls() {}

  public static native int socket(int domain, int type, int protocol);

  public static native int close(int fd);

  /** Puts {@code fd} over the number {@code number}, close-on-exec. */
  public static native int dup3(int fd, int number);

  /** Another descriptor of the same socket, close-on-exec. */
  public static native int duplicate(int fd);

  /** The status flags of {@code fd}, such as O_NONBLOCK, with its access mode. */
  public static native int getStatus(int fd);

  /** Sets the status flags of {@code fd}; 0 on success. */
  public static native int setStatus(int fd, int status);

  /** Reads an option of {@code value.length} ints, 64 at most; 0 on success. */
  public static native int getsockopt(int fd, int level, int name, int[] value);

  /** The value of an option that is one int and never negative. */
  public static native int option(int fd, int level, int name);

  /** Sets an option of {@code value.length} ints, 64 at most; 0 on success. */
  public static native int setsockopt(int fd, int level, int name, int[] value);

  /**
   * Waits until any of {@code events}, or POLLERR or POLLHUP, holds; returns those that do, 0 if
   * the time is over.
   */
  public static native int poll(int fd, int events, int milliseconds);

  /**
   * Connects a socket to an address of 4 or 16 bytes.
   *
   * @param scope the interface of a link-local IPv6 address, or 0
   */
  public static native int connect(int fd, byte[] address, int scope, int port);

  /** Binds a socket to an address, as {@link #connect} takes it. */
  public static native int bind(int fd, byte[] address, int scope, int port);

  /** The port that an Internet socket is bound to. */
  public static native int localPort(int fd);

  /** How many bytes wait in the send buffer. */
  public static native int unsent(int fd);

  /** Registers {@code fd} with an epoll instance; 0 on success. */
  public static native int epollAdd(int epoll, int fd, int events, long data);

  /** Resets a TCP connection, with what it has received and nobody read; 0 on success. */
  public static native int disconnect(int fd);

  public static native long inode(int fd);

  /** Sends the first {@code length} bytes of a direct buffer. */
  public static native int send(int fd, ByteBuffer buffer, int length);

  /**
   * Receives one datagram into a direct buffer; more than its capacity means that the datagram was
   * cut off.
   */
  public static native int receive(int fd, ByteBuffer buffer);
}
