package io.github.smc4j;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/**
 * Opens the channels of a middleware that leaves their making to others: Kafka clients with {@code
 * socket.factory.class=<name of an implementation>}.
 *
 * <p>For use in Kafka an implementation has a public constructor that takes {@link
 * java.util.Properties} (the {@code smc.*} settings beside the property) or one without parameters.
 * It is thread-safe.
 */
@FunctionalInterface
public interface SmcChannelFactory {

  /**
   * Opens a channel that its caller will configure, connect and close.
   *
   * @param destination where the caller is about to connect to, resolved or not
   * @return an open channel in blocking mode, neither bound nor connected; a channel of the JDK's
   *     own provider, so that the JDK's selectors take it
   * @throws IOException if no socket can be opened, or none that the policy allows
   */
  SocketChannel openSocketChannel(InetSocketAddress destination) throws IOException;
}
