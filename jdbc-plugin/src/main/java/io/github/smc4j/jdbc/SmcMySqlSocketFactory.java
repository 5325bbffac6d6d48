package io.github.smc4j.jdbc;

import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.exceptions.ExceptionFactory;
import com.mysql.cj.exceptions.WrongArgumentException;
import com.mysql.cj.protocol.StandardSocketFactory;
import io.github.smc4j.SmcConfigurationException;
import io.github.smc4j.SmcSocketFactory;
import java.net.Socket;

/**
 * Puts the connections of MySQL Connector/J on SMC: {@code
 * jdbc:mysql://db/app?socketFactory=io.github.smc4j.jdbc.SmcMySqlSocketFactory}.
 *
 * <p>All that the driver does with a socket, timeouts and TLS included, it does as with its own
 * factory, {@link StandardSocketFactory}; the sockets are those of {@link SmcSocketFactory}, which
 * tells what happens without SMC. Connection properties that start with {@code smc.} set the
 * policy; a wrong one makes {@code getConnection} throw an {@link java.sql.SQLException} that names
 * it. The connection that kills a query uses the same factory and properties (NativeSession and
 * CancelQueryTaskImpl of the driver).
 *
 * <p>Made by the driver, one for each connection, for one thread.
 */
public class SmcMySqlSocketFactory extends StandardSocketFactory {
  /** A factory that is configured by the properties of its one connection. */
  public SmcMySqlSocketFactory() {}

  @Override
  protected Socket createSocket(PropertySet properties) {
    try {
      return new SmcSocketFactory(properties.exposeAsProperties()).createSocket();
    } catch (SmcConfigurationException e) {
      // The driver would say no more than that it could not connect
      throw ExceptionFactory.createException(WrongArgumentException.class, e.getMessage(), e);
    }
  }
}
