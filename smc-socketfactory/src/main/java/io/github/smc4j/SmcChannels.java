package io.github.smc4j;

import io.github.smc4j.internal.ChannelOpener;
import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.policy.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Objects;

/**
 * Opens NIO channels over SMC, under the policy configured for this JVM.
 *
 * <p>The channels are the JDK's own: selectors, timeouts, options and {@code transferTo} work as
 * ever. Whether a channel becomes an SMC socket is decided when it is opened. Where the host has no
 * SMC, or the policy says {@code off}, it is a TCP channel. A connection whose peer or path has no
 * SMC falls back to TCP by itself; {@link Link#of} tells.
 *
 * <p>A channel opened for a known destination is watched while it connects. The JDK closes a
 * channel whose connect failed; if SMC was to blame, the next one opened for that destination is a
 * TCP channel ({@link Breaker}), so that the first retry runs over TCP. A connection in whose
 * stream a fallback may have left messages of the SMC handshake is reset, and so is one that fell
 * back although the policy requires SMC; both within some 10 milliseconds after it was connected.
 * Of a channel opened without a destination, or for listening, only the opening is checked.
 *
 * <p>Over SMC a channel reads the end of the stream where its peer has aborted the connection.
 *
 * <p>All methods are thread-safe. Each throws {@link SmcConfigurationException} if the
 * configuration is wrong, {@link java.net.SocketException} if the policy requires SMC and it cannot
 * be had, and {@link IOException} where the JDK does.
 */
public final class SmcChannels {
  private SmcChannels() {}

  /**
   * Opens a channel for a destination yet unknown: of the policy's rules only those count that name
   * no address and no port.
   *
   * @return an unconnected channel in blocking mode
   * @throws IOException as described above
   */
  public static SocketChannel openSocketChannel() throws IOException {
    return opener().openSocketChannel();
  }

  /**
   * Opens a channel of a protocol family for a destination yet unknown.
   *
   * @param family {@link StandardProtocolFamily#INET} or {@link StandardProtocolFamily#INET6};
   *     SMC-R version 2 needs the former before Linux 6.14 (smc_find_proposal_devices in
   *     net/smc/af_smc.c)
   * @return an unconnected channel in blocking mode
   * @throws IOException as described above
   * @throws UnsupportedOperationException if the family is another one, or the host lacks it
   */
  public static SocketChannel openSocketChannel(ProtocolFamily family) throws IOException {
    return opener().openSocketChannel(Objects.requireNonNull(family, "family"));
  }

  /**
   * Opens a channel for a known destination, to which the caller connects it. For an IPv4
   * destination it is an IPv4 channel, which SMC-R version 2 needs before Linux 6.14.
   *
   * @param destination resolved, or unresolved if the policy is to judge by name and port alone
   * @return an unconnected channel in blocking mode
   * @throws IOException as described above
   */
  public static SocketChannel openSocketChannel(InetSocketAddress destination) throws IOException {
    return opener().openSocketChannel(Objects.requireNonNull(destination, "destination"));
  }

  /**
   * Opens a listening channel for an address yet unknown: of the policy's rules only those count
   * that name no address and no port. Peers without SMC connect to it over TCP.
   *
   * @return an unbound channel in blocking mode
   * @throws IOException as described above
   */
  public static ServerSocketChannel openServerSocketChannel() throws IOException {
    return opener().openServerSocketChannel();
  }

  /**
   * Opens a listening channel of a protocol family for an address yet unknown.
   *
   * @param family {@link StandardProtocolFamily#INET} or {@link StandardProtocolFamily#INET6}
   * @return an unbound channel in blocking mode
   * @throws IOException as described above
   * @throws UnsupportedOperationException if the family is another one, or the host lacks it
   */
  public static ServerSocketChannel openServerSocketChannel(ProtocolFamily family)
      throws IOException {
    return opener().openServerSocketChannel(Objects.requireNonNull(family, "family"));
  }

  /**
   * Opens a listening channel for a known address, to which the caller binds it.
   *
   * @param local the address to bind to, possibly a wildcard
   * @return an unbound channel in blocking mode
   * @throws IOException as described above
   */
  public static ServerSocketChannel openServerSocketChannel(InetSocketAddress local)
      throws IOException {
    return opener().openServerSocketChannel(Objects.requireNonNull(local, "local"));
  }

  private static ChannelOpener opener() {
    return new ChannelOpener(new Converter(Settings.global()));
  }
}
