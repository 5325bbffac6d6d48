package io.github.smc4j.agent.internal;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Whether this JDK calls {@code sun.net.NetHooks} where those do that smc4j was written for. */
final class JdkCallSites {
  private static final String CONNECT = "beforeTcpConnect";
  private static final String BIND = "beforeTcpBind";

  /** What each class calls. */
  private static final Map<String, List<String>> CALLS =
      Map.of(
          "sun/nio/ch/NioSocketImpl", List.of(BIND, CONNECT),
          "sun/nio/ch/SocketChannelImpl", List.of(BIND, CONNECT),
          "sun/nio/ch/ServerSocketChannelImpl", List.of(BIND));

  private JdkCallSites() {}

  /**
   * Makes sure of it, without opening a socket.
   *
   * @throws ReflectiveOperationException if it does not
   */
  static void check() throws IOException, ReflectiveOperationException {
    Class<?> hooks = Class.forName(NetHooksPatch.CLASS, false, null);
    for (String hook : List.of(BIND, CONNECT)) {
      hooks.getMethod(hook, FileDescriptor.class, InetAddress.class, int.class);
    }
    for (Map.Entry<String, List<String>> calls : CALLS.entrySet()) {
      String constants = constantsOf(calls.getKey());
      for (String hook : calls.getValue()) {
        if (!constants.contains("sun/net/NetHooks") || !constants.contains(hook)) {
          throw new NoSuchMethodException(
              calls.getKey().replace('/', '.') + " of this JDK does not call NetHooks." + hook);
        }
      }
    }
  }

  /** Names stand in a class file as they are. */
  private static String constantsOf(String type) throws IOException {
    try (InputStream file = ClassLoader.getSystemResourceAsStream(type + ".class")) {
      if (file == null) {
        throw new IOException("this JDK has no " + type.replace('/', '.'));
      }
      return new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
