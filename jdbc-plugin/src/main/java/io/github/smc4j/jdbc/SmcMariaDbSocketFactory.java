package io.github.smc4j.jdbc;

import io.github.smc4j.SmcSocketFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.util.ConfigurableSocketFactory;

/**
 * Puts the connections of MariaDB Connector/J 3 and 4 on SMC: {@code
 * jdbc:mariadb://db/app?socketFactory=io.github.smc4j.jdbc.SmcMariaDbSocketFactory}.
 *
 * <p>The sockets are those of {@link SmcSocketFactory}, which tells what happens without SMC.
 * Connection options that start with {@code smc.} set the policy; a wrong one makes {@code
 * getConnection} throw an {@link java.sql.SQLException} that has the error which names it among its
 * causes. The connection that kills a query uses the same factory and options.
 *
 * <p>Made by the driver, one for each connection, for one thread (ConnectionHelper of the driver).
 */
public class SmcMariaDbSocketFactory extends ConfigurableSocketFactory {
  private SocketFactory sockets = SmcSocketFactory.getDefault();

  /**
   * A factory under the policy configured for this JVM.
   *
   * @throws io.github.smc4j.SmcConfigurationException if the configuration is wrong
   */
  public SmcMariaDbSocketFactory() {}

  /**
   * Changes the policy by the options of a connection that start with {@code smc.}.
   *
   * @param host is not used
   * @throws io.github.smc4j.SmcConfigurationException if one of these options is wrong
   */
  @Override
  public void setConfiguration(Configuration configuration, @Nullable String host) {
    sockets = new SmcSocketFactory(configuration.nonMappedOptions());
  }

  @Override
  public Socket createSocket() throws IOException {
    return sockets.createSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return sockets.createSocket(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localAddress, int localPort)
      throws IOException {
    return sockets.createSocket(host, port, localAddress, localPort);
  }

  @Override
  public Socket createSocket(InetAddress address, int port) throws IOException {
    return sockets.createSocket(address, port);
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
      throws IOException {
    return sockets.createSocket(address, port, localAddress, localPort);
  }
}
