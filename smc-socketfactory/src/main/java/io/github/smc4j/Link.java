package io.github.smc4j;

import io.github.smc4j.internal.DescriptorLinks;
import java.io.IOException;
import java.net.Socket;
import java.nio.channels.NetworkChannel;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a connection runs on: SMC-D, SMC-R or TCP, and why if it fell back to TCP.
 *
 * <p>Immutable: the answer of the moment it was asked for. What carries an established connection
 * does not change any more. Asking reads all SMC sockets of the network namespace, which takes some
 * microseconds for each of them: ask where the answer is shown or logged, not for every request. No
 * privilege is needed.
 *
 * <p>Where this JVM cannot open SMC sockets ({@link Smc#isAvailable()}) every connection is said to
 * run on TCP.
 */
public final class Link {
  /** What carries the data of a connection. */
  public enum Kind {
    /** SMC-D: memory shared within one machine, through an ISM device or loopback-ism. */
    SMC_D("SMC-D"),
    /** SMC-R: remote memory access through a RoCE device. */
    SMC_R("SMC-R"),
    /** TCP (or MPTCP), from the start or after a fallback. */
    TCP("TCP");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** {@return the kind as people write it: {@code SMC-D}, {@code SMC-R}, {@code TCP}} */
    @Override
    public String toString() {
      return label;
    }
  }

  /** The link group and the device that carry an SMC connection, as far as the kernel tells. */
  record Carrier(@Nullable Long linkGroup, @Nullable String device) {
    static final Carrier UNKNOWN = new Carrier(null, null);
  }

  /**
   * Why a connection runs on TCP.
   *
   * @param reason code, 0 for none
   * @param peerDiagnosis code, 0 for none
   * @param note in words, where there is no code
   */
  record Fallback(int reason, int peerDiagnosis, @Nullable String note) {
    static Fallback none(@Nullable String note) {
      return new Fallback(0, 0, note);
    }
  }

  static {
    DescriptorLinks.through(KernelLink::of);
  }

  private final Kind kind;
  private final int sendBuffer;
  private final int receiveBuffer;
  private final Carrier carrier;
  private final Fallback fallback;

  Link(Kind kind, int sendBuffer, int receiveBuffer, Carrier carrier, Fallback fallback) {
    this.kind = kind;
    this.sendBuffer = sendBuffer;
    this.receiveBuffer = receiveBuffer;
    this.carrier = carrier;
    this.fallback = fallback;
  }

  /**
   * What a socket's connection runs on. Ask a TLS socket about the socket that it was layered over;
   * one that was not layered can be asked itself.
   *
   * @param socket connected
   * @return the link, never null
   * @throws java.net.SocketException if the socket is not connected or is closed, is not the JDK's
   *     own or is a layered TLS socket
   * @throws IOException if the connection runs on SMC and the kernel does not tell on which, for
   *     want of netlink or of the module smc_diag; or if its answer cannot be read
   */
  public static Link of(Socket socket) throws IOException {
    return LinkInspection.of(socket);
  }

  /**
   * What a channel's connection runs on.
   *
   * @param channel a connected {@link java.nio.channels.SocketChannel} or {@link
   *     java.nio.channels.AsynchronousSocketChannel} to an Internet address
   * @return the link, never null
   * @throws java.nio.channels.ClosedChannelException if the channel is closed
   * @throws java.net.SocketException if the connection is not established (yet), or the channel is
   *     not the JDK's own or none that can be connected: of a listening channel, ask those that it
   *     accepts
   * @throws IOException if the connection runs on SMC and the kernel does not tell on which, for
   *     want of netlink or of the module smc_diag; or if its answer cannot be read
   */
  public static Link of(NetworkChannel channel) throws IOException {
    return LinkInspection.of(channel);
  }

  /**
   * What the connection of a Netty channel runs on. The parameter is not declared as {@code
   * io.netty.channel.Channel}, which every Netty channel is, because then nobody could compile a
   * call of any of these methods without Netty.
   *
   * @param nettyChannel a connected {@code io.netty.channel.Channel} of Netty's NIO or native epoll
   *     transport
   * @return the link, never null
   * @throws java.nio.channels.ClosedChannelException if the channel is closed
   * @throws java.net.SocketException if the connection is not established (yet), or the channel is
   *     of another transport or none that can be connected
   * @throws IllegalArgumentException if it is no Netty channel
   * @throws IOException if the connection runs on SMC and the kernel does not tell on which, for
   *     want of netlink or of the module smc_diag; or if its answer cannot be read
   */
  public static Link of(Comparable<?> nettyChannel) throws IOException {
    return NettyInspection.of(nettyChannel);
  }

  /** {@return what carries the connection} */
  public Kind kind() {
    return kind;
  }

  /**
   * Why SMC was given up, as seen here.
   *
   * @return empty if the connection runs on SMC; if it is TCP from the start; and, rarely, if the
   *     kernel does not tell: without netlink or the module smc_diag, or when SMC sockets were
   *     closed while it listed them
   */
  public Optional<FallbackCause> localCause() {
    return cause(fallback.reason());
  }

  /**
   * Why SMC was given up, as the peer sees it.
   *
   * @return empty unless the peer declined
   */
  public Optional<FallbackCause> peerCause() {
    return cause(fallback.peerDiagnosis());
  }

  private static Optional<FallbackCause> cause(int code) {
    return code == 0 ? Optional.empty() : Optional.of(FallbackCause.of(code));
  }

  /**
   * Whether the connection fell back in a way that may have left messages of the SMC handshake in
   * its TCP stream: both ends can have declined at once. Close such a connection and make a new one
   * over TCP; whatever was read from it is not to be trusted.
   *
   * @return false too where the kernel does not tell the cause
   */
  public boolean isSuspect() {
    return fallback.peerDiagnosis() == 0
        && localCause().map(FallbackCause::isSuspect).orElse(false);
  }

  /**
   * The local device that carries the connection.
   *
   * @return the InfiniBand device of SMC-R, such as {@code mlx5_0}; the PCI id of SMC-D's ISM
   *     device, such as {@code 0001:00:00.0}, or {@code loopback-ism}; empty on TCP and where the
   *     kernel does not tell
   */
  public Optional<String> device() {
    return Optional.ofNullable(carrier.device());
  }

  /**
   * The link group of the connection, a number of 32 bits that {@code smcd linkgroup} and {@code
   * smcr linkgroup} show in hexadecimal.
   *
   * @return empty on TCP and where the kernel does not tell
   */
  public OptionalLong linkGroup() {
    Long id = carrier.linkGroup();
    return id == null ? OptionalLong.empty() : OptionalLong.of(id);
  }

  /** {@return the bytes of the send buffer: of the SMC buffer, or SO_SNDBUF of a TCP socket} */
  public int sendBuffer() {
    return sendBuffer;
  }

  /** {@return the bytes of the receive buffer: of the SMC buffer, or SO_RCVBUF of a TCP socket} */
  public int receiveBuffer() {
    return receiveBuffer;
  }

  /**
   * {@return words for people, such as {@code SMC-D, link group 0x00000100, device loopback-ism}}
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(kind.toString());
    linkGroup().ifPresent(id -> text.append(", link group 0x%08x".formatted(id)));
    device().ifPresent(name -> text.append(", device ").append(name));
    localCause().ifPresent(cause -> text.append(", ").append(explain(cause)));
    if (fallback.note() != null) {
      text.append(", ").append(fallback.note());
    }
    return text.toString();
  }

  private String explain(FallbackCause local) {
    return peerCause()
        .map(peer -> "%s (0x%08x), peer reports %s".formatted(local.meaning(), local.code(), peer))
        .orElseGet(() -> local.toString());
  }
}
