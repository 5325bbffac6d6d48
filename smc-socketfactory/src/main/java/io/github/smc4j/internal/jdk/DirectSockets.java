package io.github.smc4j.internal.jdk;

import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Makes sockets that do not ask for a SOCKS proxy where there is none. The JDK asks its proxy
 * selector whenever a socket connects (java.net.SocksSocketImpl), which takes a seventh of all the
 * instructions of a TCP connection.
 */
public final class DirectSockets {
  private static final String SOCKS_PROXY = "socksProxyHost";
  private static final String SYSTEM_PROXIES = "java.net.useSystemProxies";
  private static final String JDK_SELECTOR = "sun.net.spi.DefaultProxySelector";

  /** Whether the JDK's selector looks at nothing but {@value #SOCKS_PROXY}. */
  private static final boolean ONE_PROPERTY_DECIDES =
      !Boolean.getBoolean(SYSTEM_PROXIES) && fileSetsNothing();

  private DirectSockets() {}

  /** A socket that connects as {@code new Socket()} does. */
  public static Socket open() {
    return mayHaveProxy() ? new Socket() : new Socket(Proxy.NO_PROXY);
  }

  /** Whether the JDK has to be asked for a proxy. */
  public static boolean mayHaveProxy() {
    ProxySelector selector = ProxySelector.getDefault();
    boolean none =
        selector == null
            || (ONE_PROPERTY_DECIDES
                && selector.getClass().getName().equals(JDK_SELECTOR)
                && System.getProperty(SOCKS_PROXY) == null);
    return !none;
  }

  /** The JDK's own file of defaults for these properties (sun.net.NetProperties). */
  private static boolean fileSetsNothing() {
    Path file = Path.of(System.getProperty("java.home"), "conf", "net.properties");
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException e) {
      return false; // what cannot be read may say anything
    }
    return !Boolean.parseBoolean(properties.getProperty(SYSTEM_PROXIES))
        && properties.getProperty(SOCKS_PROXY) == null;
  }
}
