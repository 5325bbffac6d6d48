package io.github.smc4j;

import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.policy.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Objects;
import java.util.Properties;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes server sockets that accept SMC connections from peers that have SMC and TCP connections
 * from all others.
 *
 * <p>The sockets are the JDK's own. One becomes an SMC socket when it is bound, if the policy wants
 * SMC for that address and port; options set before are kept, and the sockets it accepts inherit
 * it. Over SMC, accepted sockets tell an abort of the peer from the end of the stream; one in whose
 * stream a fallback may have left messages of the SMC handshake fails when its streams are asked
 * for. Where the host has no SMC it is a plain TCP socket, unless the policy requires SMC: then
 * {@code bind} throws a {@link java.net.SocketException} that names the cause.
 *
 * <p>Thread-safe.
 */
public class SmcServerSocketFactory extends ServerSocketFactory {
  private final Converter converter;

  /**
   * A factory under the policy configured for this JVM.
   *
   * @throws SmcConfigurationException if the configuration is wrong
   */
  public SmcServerSocketFactory() {
    this(Settings.global());
  }

  /**
   * A factory under the policy configured for this JVM, changed by {@code settings}.
   *
   * @param settings for example {@code smc.mode=require}; null or blank changes nothing
   * @throws SmcConfigurationException if the configuration or {@code settings} is wrong
   */
  public SmcServerSocketFactory(@Nullable String settings) {
    this(Settings.global().with(settings));
  }

  /**
   * A factory under the policy configured for this JVM, changed by the properties whose names start
   * with {@code smc.}.
   *
   * @param properties all others are ignored
   * @throws SmcConfigurationException if the configuration or one of these properties is wrong
   */
  public SmcServerSocketFactory(Properties properties) {
    this(Settings.global().with(Objects.requireNonNull(properties, "properties")));
  }

  private SmcServerSocketFactory(Settings settings) {
    this.converter = new Converter(settings);
  }

  /**
   * A factory as {@link #SmcServerSocketFactory()} makes it, for callers that look for this method
   * by name.
   *
   * @return a new factory
   */
  public static ServerSocketFactory getDefault() {
    return new SmcServerSocketFactory();
  }

  /** Makes an unbound server socket. */
  @Override
  public ServerSocket createServerSocket() throws IOException {
    return converter.isIdle() ? new ServerSocket() : new SmcServerSocket(converter);
  }

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    return bound(port, 0, null);
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) throws IOException {
    return bound(port, backlog, null);
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, @Nullable InetAddress address)
      throws IOException {
    return bound(port, backlog, address);
  }

  private ServerSocket bound(int port, int backlog, @Nullable InetAddress address)
      throws IOException {
    if (converter.isIdle()) {
      return new ServerSocket(port, backlog, address);
    }
    ServerSocket socket = createServerSocket();
    try {
      socket.bind(new InetSocketAddress(address, port), backlog);
      return socket;
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }
}
