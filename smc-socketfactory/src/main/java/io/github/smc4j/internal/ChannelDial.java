package io.github.smc4j.internal;

import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.kernel.Conversion;
import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.github.smc4j.internal.kernel.DatagramStandIn;
import io.github.smc4j.internal.kernel.OptionsInUse;
import io.github.smc4j.internal.kernel.Readiness;
import io.github.smc4j.internal.kernel.SocketType;
import java.io.Closeable;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to connect a channel that does not block over SMC, with a kernel socket of its own,
 * which becomes the channel's when it is connected: if it fails, the channel still has a TCP socket
 * that nobody has touched. The socket is of the destination's family, and so an IPv4 one where
 * SMC-R version 2 needs that (Linux before 6.14).
 *
 * <p>Not thread-safe.
 */
public final class ChannelDial implements Closeable {
  private final ConvertedSocket kernel;
  private final DatagramStandIn standIn;

  /** Of the channel, as far as the socket has them. */
  private final OptionsInUse options;

  /** The address to connect from, or null for whatever leads to the destination. */
  private final @Nullable InetAddress from;

  private @Nullable IOException failure;
  private boolean underWay;

  private ChannelDial(
      ConvertedSocket kernel,
      DatagramStandIn standIn,
      OptionsInUse options,
      @Nullable InetAddress from) {
    this.kernel = kernel;
    this.standIn = standIn;
    this.options = options;
    this.from = from;
  }

  /**
   * Makes the socket for an attempt.
   *
   * @param channel neither connected nor registered for any event; its options are taken over
   * @param local the address to connect from, or null for the channel's own, if it is bound
   */
  static ChannelDial open(
      Conversion conversion,
      SocketChannel channel,
      InetSocketAddress destination,
      @Nullable InetSocketAddress local)
      throws IOException {
    InetSocketAddress bound = (InetSocketAddress) channel.getLocalAddress();
    if (bound != null) {
      return openBeside(conversion, channel, destination, bound);
    }
    return open(conversion, Descriptors.of(channel), destination, local);
  }

  /** SO_REUSEADDR lets two sockets have one address. */
  private static ChannelDial openBeside(
      Conversion conversion,
      SocketChannel channel,
      InetSocketAddress destination,
      InetSocketAddress bound)
      throws IOException {
    boolean reuse = channel.getOption(StandardSocketOptions.SO_REUSEADDR);
    channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
    try {
      return open(conversion, Descriptors.of(channel), destination, bound);
    } finally {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, reuse);
    }
  }

  private static ChannelDial open(
      Conversion conversion,
      int model,
      InetSocketAddress destination,
      @Nullable InetSocketAddress local)
      throws SocketException {
    OptionsInUse options = OptionsInUse.of(model);
    ConvertedSocket kernel = conversion.open(domainOf(destination), options);
    try {
      InetAddress from = local == null ? null : bind(kernel, local, destination);
      return new ChannelDial(kernel, DatagramStandIn.open(options.domain()), options, from);
    } catch (SocketException | RuntimeException | Error e) {
      kernel.close();
      throw e;
    }
  }

  /**
   * Binds a socket of the destination's family, which does not know the other's wildcard.
   *
   * @return the address, or null for the wildcard
   */
  private static @Nullable InetAddress bind(
      ConvertedSocket kernel, InetSocketAddress local, InetSocketAddress destination)
      throws SocketException {
    if (!local.getAddress().isAnyLocalAddress()) {
      kernel.bind(local);
      return local.getAddress();
    }
    kernel.bindToWildcard(domainOf(destination), local.getPort());
    return null;
  }

  private static int domainOf(InetSocketAddress destination) {
    return destination.getAddress() instanceof Inet4Address
        ? SocketType.AF_INET
        : SocketType.AF_INET6;
  }

  /**
   * Begins to connect.
   *
   * @throws IOException as the JDK does, if there is no use in waiting
   */
  public void begin(InetSocketAddress destination) throws IOException {
    kernel.connect(destination);
    underWay = true;
  }

  /** What has become of the attempt, or null as long as it is under way. */
  public @Nullable Handshake look() {
    try {
      Readiness ready = Readiness.of(kernel.fd());
      underWay = !ready.isAny();
      return underWay ? null : handshake(ready);
    } catch (SocketException e) {
      return Handshake.unseen(e);
    }
  }

  private Handshake handshake(Readiness ready) throws SocketException {
    try {
      kernel.finishConnect(ready);
    } catch (IOException e) {
      failure = e;
      return Handshake.ofUnconnected(kernel.fd(), String.valueOf(e.getMessage()));
    }
    return Handshake.ofDialled(kernel.fd(), true);
  }

  /** What has become of an attempt that is given up for taking too long. */
  public Handshake giveUp() {
    try {
      return Handshake.ofUnconnected(kernel.fd(), "Connect timed out");
    } catch (SocketException e) {
      return Handshake.unseen(e);
    }
  }

  /** Why it could not be connected, in the JDK's words, or null. */
  public @Nullable IOException failure() {
    return failure;
  }

  /**
   * Gets the channel connected. A datagram socket stands in while the JDK does what it takes for
   * connecting.
   *
   * @param changed whether options of the channel may have been set since this was opened
   * @return the address that it is connected from; the JDK knows the stand-in's
   * @throws IOException if the channel is of no use any more
   */
  public InetSocketAddress handOver(
      SocketChannel channel, InetSocketAddress destination, boolean changed) throws IOException {
    int number = Descriptors.of(channel);
    if (changed) {
      OptionsInUse.of(number).since(options).applyTo(kernel, domainOf(destination));
    }
    standIn.takePlaceOf(number);
    channel.connect(destination);
    kernel.replace(number);
    InetSocketAddress known = (InetSocketAddress) channel.getLocalAddress();
    return new InetSocketAddress(from != null ? from : known.getAddress(), kernel.localPort());
  }

  /** Ends what there is of this without the channel. */
  @Override
  public void close() throws SocketException {
    try (standIn) {
      kernel.close();
    }
  }

  /**
   * Ends an attempt whose socket the channel does not have, on another thread if it is under way.
   *
   * @param then what follows when the socket is closed, and its local address free
   */
  public void discard(Runnable then) throws SocketException {
    try (standIn) {
      if (underWay) {
        SlowClose.ofConnecting(kernel, then);
      } else {
        discardAtOnce(then);
      }
    }
  }

  private void discardAtOnce(Runnable then) throws SocketException {
    try {
      kernel.discard();
    } finally {
      then.run();
    }
  }
}
