package io.github.smc4j;

import io.github.smc4j.internal.ChannelOpener;
import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.policy.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes sockets that run over SMC where both ends have it, and over TCP where not.
 *
 * <p>A socket of this factory hands every call on to a socket of the JDK's: timeouts, options,
 * interruption and asynchronous close work as ever, and its streams are that one's (over SMC a thin
 * layer tells the peer's abort from the end of the stream, as TCP does). Two things differ over
 * SMC. On JDK 17, closing a socket while another thread connects it waits for that attempt to end,
 * unless the connect has a timeout or the destination is an IPv4 one other than loopback
 * (smc_shutdown in net/smc/af_smc.c waits for smc_connect). And {@code shutdownInput} does not wake
 * a thread that is reading.
 *
 * <p>For an IPv4 destination the connection is an IPv4 socket's, which SMC-R version 2 needs before
 * Linux 6.14, whether or not {@code java.net.preferIPv4Stack} is set; it is not if the socket was
 * bound first or a SOCKS proxy may be in use, and over loopback.
 *
 * <p>{@code connect} dials over SMC if the policy wants it for that destination; options set before
 * are kept. Where the host has no SMC the socket is the JDK's own TCP socket. A connection whose
 * peer or path has no SMC falls back to TCP by itself; {@link Link#of} tells, and so does the log
 * ({@code io.github.smc4j}), once for each destination and kind of link. Where SMC alone is to
 * blame for a failure, {@code connect} dials again with TCP within the caller's timeout (SMC gets
 * half of it, 7 seconds at most), and the JVM dials that destination with TCP for a while: {@link
 * Breaker}.
 *
 * <p>Under a policy that requires SMC, {@code connect} throws a {@link java.net.SocketException}
 * that names the cause when the connection cannot have it.
 *
 * <p>Two JDBC drivers, Jaybird's and SQL Server's, lose an exception of a constructor. If one of
 * them makes a factory from settings that are wrong, {@code connect} of its sockets throws a {@link
 * java.net.SocketException} with the {@link SmcConfigurationException} as its cause.
 *
 * <p>Thread-safe. The class also serves middleware that wants channels, as {@link
 * SmcChannelFactory}.
 */
public class SmcSocketFactory extends SocketFactory implements SmcChannelFactory {
  private final @Nullable Converter converter;

  /** Why there is no converter, for sockets to tell. */
  private final @Nullable SmcConfigurationException refusal;

  /**
   * A factory under the policy configured for this JVM.
   *
   * @throws SmcConfigurationException if the configuration is wrong
   */
  public SmcSocketFactory() {
    this(Settings::global);
  }

  /**
   * A factory under the policy configured for this JVM, changed by {@code settings}.
   *
   * @param settings for example {@code smc.mode=require,smc.buffers.send=1M}; null or blank changes
   *     nothing
   * @throws SmcConfigurationException if the configuration or {@code settings} is wrong
   */
  public SmcSocketFactory(@Nullable String settings) {
    this(() -> Settings.global().with(settings));
  }

  /**
   * A factory under the policy configured for this JVM, changed by the properties whose names start
   * with {@code smc.}, and by the one named {@code socketFactoryArg}, which is read as {@link
   * #SmcSocketFactory(String)} reads its argument. That is how pgjdbc, Redshift and Jaybird hand
   * over what stands in a URL; Jaybird's names end with {@code @socketFactory}.
   *
   * @param properties all others are ignored: drivers hand over their own with them
   * @throws SmcConfigurationException if the configuration or one of these properties is wrong
   */
  public SmcSocketFactory(Properties properties) {
    this(new DriverProperties(Objects.requireNonNull(properties, "properties"))::settings);
  }

  private SmcSocketFactory(Supplier<Settings> settings) {
    Converter made = null;
    SmcConfigurationException failure = null;
    try {
      made = new Converter(settings.get());
    } catch (SmcConfigurationException e) {
      if (!CallingDriver.losesExceptions()) {
        throw e;
      }
      failure = e;
    }
    this.converter = made;
    this.refusal = failure;
  }

  /**
   * A factory as {@link #SmcSocketFactory()} makes it, for callers that look for this method by
   * name, such as JNDI's LDAP provider.
   *
   * @return a new factory
   */
  public static SocketFactory getDefault() {
    return new SmcSocketFactory();
  }

  /** Makes an unconnected socket. */
  @Override
  public Socket createSocket() {
    if (converter == null) {
      return new RefusedSocket(refusal);
    }
    return converter.isIdle() ? new Socket() : SmcSocket.create(converter);
  }

  @Override
  public Socket createSocket(@Nullable String host, int port) throws IOException {
    return connected(address(host, port), null);
  }

  @Override
  public Socket createSocket(
      @Nullable String host, int port, @Nullable InetAddress localAddress, int localPort)
      throws IOException {
    return connected(address(host, port), new InetSocketAddress(localAddress, localPort));
  }

  @Override
  public Socket createSocket(InetAddress address, int port) throws IOException {
    return connected(address(address, port), null);
  }

  @Override
  public Socket createSocket(
      InetAddress address, int port, @Nullable InetAddress localAddress, int localPort)
      throws IOException {
    return connected(address(address, port), new InetSocketAddress(localAddress, localPort));
  }

  /**
   * {@inheritDoc}
   *
   * <p>The channel is an SMC socket from the start if the policy wants SMC for {@code destination}
   * and the host has it. For an IPv4 destination it is an IPv4 channel, which SMC-R version 2 needs
   * before Linux 6.14 (smc_find_proposal_devices in net/smc/af_smc.c). It is watched while it
   * connects: if SMC is to blame for a failure, the next channel for this destination is a TCP
   * channel ({@link Breaker}). A connection that may hold messages of the SMC handshake is reset,
   * and so is one that fell back although the policy requires SMC.
   */
  @Override
  public SocketChannel openSocketChannel(InetSocketAddress destination) throws IOException {
    Objects.requireNonNull(destination, "destination");
    if (converter == null) {
      throw RefusedSocket.failure(refusal);
    }
    return new ChannelOpener(converter).openSocketChannel(destination);
  }

  /** As {@code new Socket(host, port)} has it: no host means this one. */
  private static InetSocketAddress address(@Nullable String host, int port)
      throws UnknownHostException {
    return host != null
        ? new InetSocketAddress(host, port)
        : new InetSocketAddress(InetAddress.getByName(null), port);
  }

  private static InetSocketAddress address(InetAddress address, int port) {
    return new InetSocketAddress(Objects.requireNonNull(address, "address"), port);
  }

  private Socket connected(InetSocketAddress destination, @Nullable InetSocketAddress local)
      throws IOException {
    Socket socket = createSocket();
    try {
      if (local != null) {
        socket.bind(local);
      }
      socket.connect(destination);
      return socket;
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }
}
